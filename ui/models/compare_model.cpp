// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/compare_model.h"

#include <QFont>
#include <algorithm>

#include "ui/models/gallery_model.h"
#include "ui/plots/plot_words.h"
#include "ui/theme/theme.h"

namespace mia::ui {

namespace {

QString figureWords(const std::string& name, const curation::ComparedFigure::Value& value) {
  const bool share = name.find("accuracies") != std::string::npos;
  return CompareModel::tr("%1 at step %2")
      .arg(unitWords(share ? PlotUnit::kShare : PlotUnit::kNumber, value.value),
           grouped(value.step));
}

}  // namespace

void CompareModel::setComparison(const QStringList& titles,
                                 const curation::RunComparison& comparison) {
  QVector<Row> rows;
  for (const curation::ComparedFigure& figure : comparison.figures) {
    Row row{tr("best %1").arg(QString::fromStdString(figure.name)), {}, false, -1};
    for (const auto& value : figure.values) {
      row.cells += value ? figureWords(figure.name, *value) : QString();
    }
    if (figure.best) row.best = static_cast<int>(*figure.best);
    rows.append(row);
  }
  for (const bool differs : {true, false}) {
    for (const curation::ComparedField& field : comparison.fields) {
      if (field.differs != differs) continue;
      Row row{QString::fromStdString(field.name), {}, differs, -1};
      for (const std::string& value : field.values) row.cells += QString::fromStdString(value);
      rows.append(row);
    }
  }
  if (titles == titles_ && rows.size() == rows_.size()) {
    // Live figures change while somebody reads: rows stay where they are.
    for (int i = 0; i < rows.size(); ++i) {
      if (rows[i] == rows_[i]) continue;
      rows_[i] = rows[i];
      Q_EMIT dataChanged(index(i, 0), index(i, columnCount() - 1));
      Q_EMIT headerDataChanged(Qt::Vertical, i, i);
    }
    return;
  }
  beginResetModel();
  titles_ = titles;
  rows_ = rows;
  endResetModel();
}

int CompareModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int CompareModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(titles_.size());
}

QVariant CompareModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Row& row = rows_[index.row()];
  const bool best = row.best == index.column();
  switch (role) {
    case Qt::DisplayRole: {
      const QString& cell = row.cells.value(index.column());
      return best ? QStringLiteral("★ ") + cell : cell;
    }
    case Qt::AccessibleTextRole:
      return QStringLiteral("%1, %2: %3%4")
          .arg(titles_.value(index.column()), row.name, row.cells.value(index.column()),
               best ? tr(", the best") : QString());
    case Qt::FontRole:
      return Theme::font(type::kBody, row.differs || best ? QFont::DemiBold : QFont::Normal);
    case Qt::ForegroundRole:
      if (!row.differs && !row.name.startsWith(tr("best %1").arg(QString()))) return tokens().dim;
      return tokens().text;
    default: return {};
  }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role != Qt::DisplayRole) return {};
  if (orientation == Qt::Horizontal) return titles_.value(section);
  if (section < 0 || section >= rows_.size()) return {};
  return rows_[section].differs ? QStringLiteral("≠ ") + rows_[section].name : rows_[section].name;
}

}  // namespace mia::ui

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/evaluate/comparison_model.h"

#include <algorithm>
#include <cmath>

#include "ui/models/gallery_model.h"
#include "ui/theme/theme.h"

namespace mia::ui {

namespace {

using evaluation::ComparisonRow;

QString fromStd(const std::string& words) { return QString::fromStdString(words); }

/// A figure as it is set: a minus as wide as the plus, and nothing broken off it.
QString figure(const std::string& text) {
  return fromStd(text)
      .replace(u'-', u'\u2212')
      .replace(QStringLiteral(" %"), QStringLiteral("\u00a0%"));
}

/// Where a group stands in the reading order of evaluation::compare().
std::pair<int, int> placeOf(const ComparisonRow& row) {
  return {row.layout ? static_cast<int>(*row.layout) : 100, row.images};
}

QString intervalVerdict(const ComparisonRow& row) {
  if (row.difference.low > 0) return ComparisonModel::tr("all of it above zero: it got better");
  if (row.difference.high < 0) return ComparisonModel::tr("all of it below zero: it got worse");
  return ComparisonModel::tr("zero lies within: it may be chance");
}

}  // namespace

void ComparisonModel::show(QVector<ShownComparison> shown) {
  beginResetModel();
  shown_ = std::move(shown);
  lines_.clear();
  reach_ = 0.02;
  for (int i = 0; i < shown_.size(); ++i) {
    const auto& rows = shown_[i].comparison->rows;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      lines_.append({i, static_cast<int>(row)});
      reach_ = std::max(
          {reach_, std::abs(rows[row].difference.low), std::abs(rows[row].difference.high)});
    }
  }
  const auto place = [this](const Line& line) {
    const auto& rows = shown_[line.shown].comparison->rows;
    return placeOf(rows[static_cast<std::size_t>(line.row)]);
  };
  std::stable_sort(lines_.begin(), lines_.end(),
                   [&](const Line& a, const Line& b) { return place(a) < place(b); });
  endResetModel();
}

const ComparisonRow& ComparisonModel::rowAt(int line) const {
  const Line& at = lines_[line];
  return shown_[at.shown].comparison->rows[static_cast<std::size_t>(at.row)];
}

ComparisonCell ComparisonModel::cellAt(const QModelIndex& index) const {
  ComparisonCell cell{lines_[index.row()].shown, rowAt(index.row()), {}};
  switch (index.column()) {
    case kBetter: cell.change = curation::Change::kBetter; break;
    case kWorse: cell.change = curation::Change::kWorse; break;
    case kBothRight: cell.change = curation::Change::kBothRight; break;
    case kBothWrong: cell.change = curation::Change::kBothWrong; break;
    default: break;
  }
  return cell;
}

QModelIndex ComparisonModel::find(const QString& group, Column column) const {
  for (int line = 0; line < lines_.size(); ++line) {
    if (fromStd(rowAt(line).group) == group) return index(line, column);
  }
  return {};
}

int ComparisonModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}

int ComparisonModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

QString ComparisonModel::words(const ComparisonRow& row, int column, int line) const {
  const evaluation::PairedCounts& c = row.counts;
  switch (column) {
    case kGroup: return (row.isPart() ? QStringLiteral("    ") : QString()) + groupWords(row);
    case kLetter: return shown_[lines_[line].shown].letter;
    case kSamples: return grouped(c.trials());
    case kBefore: return figure(evaluation::shareText(c.before()));
    case kAfter: return figure(evaluation::shareText(c.after()));
    case kDifference:
      return figure(evaluation::pointsText(c.difference()) + "  " +
                    evaluation::intervalText(row.difference));
    case kBetter: return grouped(c.onlyAfter);
    case kWorse: return grouped(c.onlyBefore);
    case kBothRight: return grouped(c.both);
    case kBothWrong: return grouped(c.neither);
    default: return {};
  }
}

/// How a figure was computed, with the numbers that went into it.
QString ComparisonModel::why(const ComparisonRow& row, int column) const {
  const evaluation::PairedCounts& c = row.counts;
  const QString all = grouped(c.trials());
  switch (column) {
    case kSamples: return tr("%1 held-out samples that both models answered").arg(all);
    case kBefore:
      return tr("%1 of %2 right before: %3 in both, %4 only before")
          .arg(grouped(c.both + c.onlyBefore), all, grouped(c.both), grouped(c.onlyBefore));
    case kAfter:
      return tr("%1 of %2 right after: %3 in both, %4 only after")
          .arg(grouped(c.both + c.onlyAfter), all, grouped(c.both), grouped(c.onlyAfter));
    case kDifference:
    case kInterval:
      return tr("After less before, in percentage points: (%1 better − %2 worse) / %3.\n95 % "
                "interval of a difference of paired samples (Newcombe's hybrid score method): %4")
          .arg(grouped(c.onlyAfter), grouped(c.onlyBefore), all, intervalVerdict(row));
    case kBetter: return tr("%1 of %2: wrong before, right after").arg(grouped(c.onlyAfter), all);
    case kWorse: return tr("%1 of %2: right before, wrong after").arg(grouped(c.onlyBefore), all);
    case kBothRight: return tr("%1 of %2: right before and after").arg(grouped(c.both), all);
    case kBothWrong: return tr("%1 of %2: wrong before and after").arg(grouped(c.neither), all);
    default: return tr("Choose a figure to see the samples behind it");
  }
}

QString ComparisonModel::explain(const QModelIndex& index) const {
  const ComparisonRow& row = rowAt(index.row());
  const evaluation::PairedCounts& c = row.counts;
  return tr("%1: of %2 samples the first model answered %3 rightly (%4), the second %5 (%6). "
            "%7 got better, %8 got worse; the difference is %9 points")
             .arg(groupWords(row), grouped(c.trials()), grouped(c.both + c.onlyBefore),
                  figure(evaluation::shareText(c.before())), grouped(c.both + c.onlyAfter),
                  figure(evaluation::shareText(c.after())), grouped(c.onlyAfter),
                  grouped(c.onlyBefore), figure(evaluation::pointsText(c.difference()))) +
         tr(", its 95 % interval %1; %2.")
             .arg(figure(evaluation::intervalText(row.difference)), intervalVerdict(row));
}

QString ComparisonModel::asText() const {
  QString all;
  for (const ShownComparison& one : shown_) {
    if (!one.letter.isEmpty())
      all += one.letter + QStringLiteral(": ") + one.run + QStringLiteral("  ");
    all += fromStd(one.comparison->before + " | " + one.comparison->after) + QLatin1Char('\n') +
           fromStd(evaluation::toText(one.comparison->rows));
  }
  return all;
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const ComparisonRow& row = rowAt(index.row());
  const int column = index.column();
  switch (role) {
    case Qt::DisplayRole: return words(row, column, index.row());
    case Qt::ToolTipRole: return why(row, column);
    case Qt::AccessibleTextRole:
      return QStringLiteral("%1, %2: %3")
          .arg(groupWords(row), headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
               column == kInterval ? figure(evaluation::intervalText(row.difference))
                                   : words(row, column, index.row()).trimmed());
    case Qt::TextAlignmentRole:
      return column == kGroup || column == kLetter ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                                                   : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::FontRole:
      return Theme::font(type::kBody, row.isPart() ? QFont::Normal : QFont::DemiBold);
    case kRowRole: return !row.isPart();
    case kLowRole: return row.difference.low;
    case kHighRole: return row.difference.high;
    case kPointRole: return row.counts.difference();
    default: return {};
  }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole) {
    return section == kGroup || section == kLetter ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
           : section == kInterval                  ? QVariant(Qt::AlignCenter)
                                                   : QVariant(Qt::AlignRight | Qt::AlignVCenter);
  }
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case kGroup: return tr("samples of");
    case kSamples: return tr("samples");
    case kBefore: return tr("before");
    case kAfter: return tr("after");
    case kDifference: return tr("difference (95 % interval)");
    case kInterval:
      return tr("%1   0   %2")
          .arg(figure(evaluation::pointsText(-reach_)), figure(evaluation::pointsText(reach_)));
    case kBetter: return tr("better");
    case kWorse: return tr("worse");
    case kBothRight: return tr("both right");
    case kBothWrong: return tr("both wrong");
    default: return {};
  }
}

QString changeWords(curation::Change change) {
  switch (change) {
    case curation::Change::kBetter: return ComparisonModel::tr("got better");
    case curation::Change::kWorse: return ComparisonModel::tr("got worse");
    case curation::Change::kBothRight: return ComparisonModel::tr("both right");
    case curation::Change::kBothWrong: return ComparisonModel::tr("both wrong");
  }
  return {};
}

QString groupWords(const evaluation::ComparisonRow& row) {
  return fromStd(row.group);  // as the command line calls it
}

}  // namespace mia::ui

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/import/preview_list.h"

#include <QStandardPaths>

#include "ui/jobs/background.h"
#include "ui/models/gallery_model.h"
#include "ui/widgets/words.h"

namespace mia::ui {

namespace {

QImage thumbnailOf(const curation::PictureSource& source) {
  const QString cache =
      QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/preview");
  const auto drawn = curation::thumbnails(source, PreviewList::kThumbnailEdge, cache.toStdString());
  if (drawn.empty() || drawn.front().pixels.empty()) return {};
  const curation::Pixels& pixels = drawn.front().pixels;
  return QImage(pixels.rgb.data(), pixels.width, pixels.height, 3 * pixels.width,
                QImage::Format_RGB888)
      .copy();
}

}  // namespace

PreviewList::PreviewList(QObject* parent) : QAbstractListModel(parent) {
  painters_.setMaxThreadCount(1);
}

PreviewList::~PreviewList() {
  painters_.clear();
  painters_.waitForDone();
}

void PreviewList::show(std::shared_ptr<const curation::ImportPreview> preview, bool onlySetAside) {
  beginResetModel();
  if (preview != preview_) images_.clear();
  preview_ = std::move(preview);
  shown_.clear();
  for (std::size_t i = 0; preview_ && i < preview_->rows.size(); ++i) {
    if (!onlySetAside || preview_->rows[i].reason) shown_.append(static_cast<int>(i));
  }
  ++generation_;
  endResetModel();
  drawFrom(0);
}

/// One thumbnail after the other, so that a new file never waits for the old one's.
void PreviewList::drawFrom(int position) {
  while (position < shown_.size() &&
         (rowAt(position).picture.images.empty() || images_.contains(shown_[position]))) {
    ++position;
  }
  if (position >= shown_.size()) return;
  runThen(
      painters_, this, [source = rowAt(position).picture] { return thumbnailOf(source); },
      [this, position, generation = generation_](const Outcome<QImage>& outcome) {
        if (generation != generation_) return;
        images_.insert(shown_[position], outcome.value.value_or(QImage()));
        Q_EMIT dataChanged(index(position), index(position), {Qt::DecorationRole});
        drawFrom(position + 1);
      });
}

int PreviewList::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

QVariant PreviewList::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const curation::PreviewRow& row = rowAt(index.row());
  const QString reason =
      row.reason ? tr("%1: %2").arg(reasonWords(*row.reason), text(row.words)) : QString();
  switch (role) {
    case Qt::DecorationRole: return images_.value(shown_[index.row()]);
    case Qt::DisplayRole:
    case kQuestionRole: return row.turns.empty() ? QString() : text(row.turns[0].question);
    case kAnswerRole: return row.turns.empty() ? QString() : text(row.turns[0].answer);
    case kPlaceRole: {
      QStringList parts{tr("row %1").arg(grouped(row.row))};
      if (!row.id.empty()) parts += text(row.id);
      if (!row.image.empty()) parts += text(row.image);
      if (row.turns.size() > 1)
        parts += tr("%n turns", nullptr, static_cast<int>(row.turns.size()));
      return parts.join(QStringLiteral(" · "));
    }
    case kReasonRole: return reason;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
      return QStringList{data(index, kPlaceRole).toString(), data(index, kQuestionRole).toString(),
                         data(index, kAnswerRole).toString(), reason}
          .join(QLatin1Char('\n'))
          .trimmed();
    default: return {};
  }
}

}  // namespace mia::ui

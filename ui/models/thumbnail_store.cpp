// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/thumbnail_store.h"

#include <QPainter>

#include "ui/session/settings.h"

namespace mia::ui {

namespace {

constexpr int kMemoryKiB = 64 * 1024;  ///< ten screenfuls of small ones
constexpr int kMostWaiting = 256;      ///< a screenful or two: what was passed by need not be drawn
constexpr int kCoarse = 0;             ///< stands in the place of an edge
/// The sizes that are kept: at the zoom that a gallery begins with, on screens of 100 and 200 %,
/// thumbnails are painted as they are, sharp and without being scaled at every repaint.
constexpr int kEdges[] = {160, 320, 720};

/// The pictures of one thumbnail side by side in nearly square rows, with gaps that let the ground
/// through. One picture alone stays as it is.
ThumbnailStore::Entry composed(const std::vector<curation::Thumbnail>& parts, int edge) {
  constexpr int kGap = 4;
  ThumbnailStore::Entry entry;
  for (const curation::Thumbnail& part : parts) {
    if (part.state == curation::ThumbnailState::kReady) continue;
    entry.state = part.state;
    entry.problem = QString::fromStdString(part.problem);
    return entry;
  }
  if (parts.size() == 1) {
    entry.image = toImage(parts.front().pixels);
    return entry;
  }
  const int count = static_cast<int>(parts.size());
  const int columns = count <= 4 ? 2 : 3;
  const int rows = (count + columns - 1) / columns;
  const int side = (edge - (columns - 1) * kGap) / columns;
  entry.image = QImage(edge, rows * side + (rows - 1) * kGap, QImage::Format_ARGB32_Premultiplied);
  entry.image.fill(Qt::transparent);
  QPainter painter(&entry.image);
  for (int i = 0; i < count; ++i) {
    const QImage picture = toImage(parts[static_cast<std::size_t>(i)].pixels)
                               .scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    const int inRow = qMin(columns, count - i / columns * columns);
    const int indent = (columns - inRow) * (side + kGap) / 2;  // a last short row is centred
    const QRect cell(indent + i % columns * (side + kGap), i / columns * (side + kGap), side, side);
    painter.drawImage(cell.center() - picture.rect().center(), picture);
  }
  return entry;
}

}  // namespace

QImage toImage(const curation::Pixels& pixels) {
  if (pixels.empty()) return {};
  const QImage view(pixels.rgb.data(), pixels.width, pixels.height, pixels.width * 3,
                    QImage::Format_RGB888);
  return view.convertToFormat(QImage::Format_RGB32);
}

ThumbnailStore::ThumbnailStore(ProjectSession& session, QObject* parent)
    : QObject(parent), session_(session), entries_(kMemoryKiB) {
  session_.draw(
      this,
      [cache = session_.thumbnailFolder(),
       bytes = std::int64_t{get(settings::kThumbnailMegabytes)} << 20] {
        return curation::trimThumbnails(cache, bytes);
      },
      [](Outcome<std::int64_t>) {});
}

void ThumbnailStore::dropRequests() {
  for (const auto* queue : {&quick_, &waiting_}) {
    for (const Request& request : *queue) asked_.remove(request.key);
  }
  quick_.clear();
  waiting_.clear();
}

int ThumbnailStore::edgeFor(int devicePixels) {
  for (const int edge : kEdges) {
    if (devicePixels <= edge) return edge;
  }
  return kEdges[std::size(kEdges) - 1];
}

const ThumbnailStore::Entry* ThumbnailStore::find(qint64 id, int edge) const {
  if (const Entry* exact = entries_.object({id, edge})) return exact;
  for (auto other = std::rbegin(kEdges); other != std::rend(kEdges); ++other) {
    if (const Entry* entry = entries_.object({id, *other})) return entry;
  }
  return entries_.object({id, kCoarse});
}

void ThumbnailStore::request(qint64 id, int edge, int row, const curation::PictureSource& source) {
  const Key key{id, edge};
  if (asked_.contains(key)) return;
  asked_.insert(key);
  const bool quick = !find(id, edge);
  QVector<Request>& queue = quick ? quick_ : waiting_;
  queue.append({key, row, source, quick});
  if (queue.size() > kMostWaiting) asked_.remove(queue.takeFirst().key);
  drawNext();
}

void ThumbnailStore::drawNext() {
  while (drawing_ < session_.painterCount() && !(quick_.isEmpty() && waiting_.isEmpty())) {
    ++drawing_;
    const Request request = quick_.isEmpty() ? waiting_.takeLast() : quick_.takeLast();
    session_.draw(
        this,
        [source = request.source, edge = request.key.second, quick = request.quick,
         cache = session_.thumbnailFolder()] {
          if (!quick) return Drawn{composed(curation::thumbnails(source, edge, cache), edge), true};
          const curation::QuickThumbnails drawn = curation::quickThumbnails(source, edge, cache);
          return Drawn{composed(drawn.parts, edge), drawn.exact};
        },
        [this, request](Outcome<Drawn> outcome) {
          --drawing_;
          take(request, std::move(outcome));
          drawNext();
        });
  }
}

void ThumbnailStore::take(const Request& request, Outcome<Drawn> outcome) {
  auto* entry = new Entry{{}, curation::ThumbnailState::kUnreadable, outcome.error};
  const bool exact = !outcome.value || outcome.value->exact;
  if (outcome.value) *entry = std::move(outcome.value->entry);
  asked_.remove(request.key);
  const auto cost = static_cast<int>(1 + entry->image.sizeInBytes() / 1024);
  // What is coarse keeps the place of the right one free, which is asked for when it is painted.
  entries_.insert({request.key.first, exact ? request.key.second : kCoarse}, entry, cost);
  Q_EMIT ready(request.key.first, request.row);
}

}  // namespace mia::ui

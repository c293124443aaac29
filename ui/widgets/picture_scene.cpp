// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/picture_scene.h"

#include <algorithm>
#include <cmath>

namespace mia::ui {

namespace {

constexpr double kSceneGap = 16;  ///< between pictures, logical px

/// The smallest level that still has a pixel for every device pixel.
const QImage& levelFor(const QVector<QImage>& levels, double devicePixels) {
  for (auto level = levels.rbegin(); level != levels.rend(); ++level) {
    if (level->width() >= devicePixels) return *level;
  }
  return levels.first();
}

SceneLayout inColumns(const QVector<CanvasPicture>& pictures, const SceneFrame& frame,
                      int columns) {
  int tallest = 1;
  for (const CanvasPicture& picture : pictures) tallest = qMax(tallest, picture.size().height());
  const int count = static_cast<int>(pictures.size());
  const int rows = (count + columns - 1) / columns;
  QVector<double> widths;
  for (const CanvasPicture& picture : pictures) {
    const QSize size = picture.size().isEmpty() ? QSize(tallest, tallest) : picture.size();
    widths.append(double(tallest) * size.width() / size.height());
  }
  QVector<double> rowWidths(rows, 0);
  for (int i = 0; i < count; ++i) rowWidths[i / columns] += widths[i];
  const double widest = *std::max_element(rowWidths.begin(), rowWidths.end());
  const double title = count > 1 ? 2 * frame.textPixels : 0;
  const double freeWidth = frame.room.width() - 2 * kSceneMargin - (columns - 1) * kSceneGap;
  const double freeHeight =
      frame.room.height() - 2 * kSceneMargin - (rows - 1) * kSceneGap - rows * title;
  SceneLayout result;
  result.scale = qMax(1e-3, qMin(freeWidth / widest, freeHeight / (double(rows) * tallest)));
  const double gap = kSceneGap / result.scale, head = title / result.scale;
  for (int i = 0; i < count; ++i) {
    const int row = i / columns;
    const int inRow = qMin(columns, count - row * columns);
    const double slack = widest - rowWidths[row] + (columns - inRow) * gap;
    const double x = i % columns == 0 ? slack / 2 : result.places.last().right() + gap;
    const double y = row * (tallest + head + gap) + head;
    result.places.append(QRectF(x, y, widths[i], tallest));
  }
  result.size = QSizeF(widest + (columns - 1) * gap, rows * (tallest + head) + (rows - 1) * gap);
  return result;
}

}  // namespace

QVector<QImage> halvedLevels(const QImage& image) {
  constexpr int kSmallest = 256;
  QVector<QImage> levels{image};
  while (qMax(levels.last().width(), levels.last().height()) > 2 * kSmallest) {
    const QImage& last = levels.last();
    levels.append(last.scaled(qMax(1, last.width() / 2), qMax(1, last.height() / 2),
                              Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
  }
  return levels;
}

SceneLayout layOutScene(const QVector<CanvasPicture>& pictures, const SceneFrame& frame) {
  SceneLayout best;
  for (int columns = 1; columns <= pictures.size(); ++columns) {
    SceneLayout candidate = inColumns(pictures, frame, columns);
    if (candidate.scale > best.scale) best = std::move(candidate);
  }
  return best;
}

SceneView fittedView(const SceneLayout& layout, const SceneFrame& frame) {
  SceneView view;
  // A small picture is not blown up beyond what is pleasant to look at.
  view.scale = qMin(layout.scale, kLargestSceneZoom / 4);
  view.offset = QPointF((frame.room.width() - layout.size.width() * view.scale) / 2,
                        (frame.room.height() - layout.size.height() * view.scale) / 2);
  return view;
}

QVector<HeatLayer> heatLayers(const QVector<Heatmap>& maps, const HeatLook& look) {
  QVector<HeatLayer> layers;
  for (const Heatmap& map : maps) {
    HeatLayer layer{map, paintHeatmap(map, look), {}};
    if (look.style == HeatStyle::kContour) layer.contours = contoursOf(map, look);
    layers.append(std::move(layer));
  }
  return layers;
}

void paintPhoto(QPainter& painter, const CanvasPicture& picture, const QRectF& place,
                double ratio) {
  const double devicePixels = place.width() * ratio;
  const QImage& level = levelFor(picture.levels, devicePixels);
  // Magnified a lot, pixels are shown as what they are.
  const bool magnified = devicePixels > 4.0 * level.width();
  painter.setRenderHint(QPainter::SmoothPixmapTransform, !magnified);
  painter.drawImage(place, level);
}

QRectF heatPlace(const CanvasPicture& picture, const HeatLayer& heat, const QRectF& place) {
  const double scale = place.height() / picture.size().height();
  return {place.topLeft() + heat.map.rect.topLeft() * scale, heat.map.rect.size() * scale};
}

void paintUnseen(QPainter& painter, const CanvasPicture& picture, const HeatLayer& heat,
                 const QRectF& place, double ratio) {
  const double scale = place.height() / picture.size().height();
  const QRectF map = heatPlace(picture, heat, place);
  const auto onDevice = [ratio](const QRectF& logical) {
    return QRectF(logical.topLeft() * ratio, logical.size() * ratio).toRect();
  };
  QRegion unseen(onDevice(place));
  for (const CanvasRegion& region : picture.regions) {
    const QRectF box(place.topLeft() + region.rect.topLeft() * scale, region.rect.size() * scale);
    unseen -= onDevice(box.intersected(map));
  }
  for (const QRect& part : unseen) {
    const QRectF logical(QPointF(part.topLeft()) / ratio, QSizeF(part.size()) / ratio);
    painter.fillRect(logical, QColor(127, 127, 127, 60));
    painter.fillRect(logical, QBrush(QColor(0, 0, 0, 90), Qt::BDiagPattern));
  }
}

QRectF onPixels(const QRectF& place, double ratio) {
  const auto whole = [ratio](double value) { return qRound(value * ratio) / ratio; };
  return {whole(place.left()), whole(place.top()), whole(place.width()), whole(place.height())};
}

}  // namespace mia::ui

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/picture_scene.h"

#include <QPainterPath>
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

/// The area that a line of this half width covers, along one of its sides and back along the other;
/// QPainterPathStroker does it with two angles a point.
void addBand(QPainterPath& band, const QPolygonF& line, double halfWidth) {
  constexpr double kLongestMiter = 2;
  const bool closed = line.size() > 2 && line.first() == line.last();
  const qsizetype count = line.size() - (closed ? 1 : 0);
  const auto direction = [&](qsizetype from, qsizetype to) {
    const QPointF step = line[to] - line[from];
    const double length = std::hypot(step.x(), step.y());
    return length > 0 ? step / length : QPointF();
  };
  QPolygonF left, right;
  for (qsizetype i = 0; i < count; ++i) {
    const bool isFirst = i == 0 && !closed, isLast = i == count - 1 && !closed;
    const QPointF before = isFirst ? QPointF() : direction(i == 0 ? count - 1 : i - 1, i);
    const QPointF behind = isLast ? QPointF() : direction(i, i + 1);
    const QPointF along = before + behind;
    const double square = QPointF::dotProduct(along, along);
    if (square == 0) continue;
    // Of unit steps on both sides the sum is 2 cos(half the turn) long.
    const double reach = isFirst || isLast ? 1 : std::min(2 / std::sqrt(square), kLongestMiter);
    const QPointF aside = QPointF(-along.y(), along.x()) * (reach * halfWidth / std::sqrt(square));
    left.append(line[i] + aside);
    right.prepend(line[i] - aside);
  }
  if (closed) {
    band.addPolygon(left);
    band.closeSubpath();
  } else {
    right = left + right;
  }
  band.addPolygon(right);
  band.closeSubpath();
}

QPainterPath bandOf(const HeatContour& contour, const QTransform& toPlace, double width) {
  QPainterPath band;
  band.setFillRule(Qt::WindingFill);
  for (const QPolygonF& line : contour.path.toSubpathPolygons(toPlace)) {
    addBand(band, line, width / 2);
  }
  return band;
}

/// Each line in the colour of its value, between dark edges that are seen on every photo.
void paintContours(QPainter& painter, const HeatLayer& heat, const HeatLook& look,
                   const QRectF& seen) {
  QTransform toPlace = QTransform::fromTranslate(seen.left(), seen.top());
  toPlace.scale(seen.width() / heat.map.columns, seen.height() / heat.map.rows);
  for (const HeatContour& contour : heat.contours) {
    painter.fillPath(bandOf(contour, toPlace, 4), QColor(0, 0, 0, 170));
  }
  for (const HeatContour& contour : heat.contours) {
    painter.fillPath(bandOf(contour, toPlace, 2), heatColour(contour.value, look));
  }
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

void paintHeatColours(QPainter& painter, const HeatLayer& heat, const QRectF& heatPlace) {
  if (heat.overlay.isNull()) return;
  painter.setRenderHint(QPainter::SmoothPixmapTransform, heat.isSmooth());
  painter.drawImage(heatPlace, heat.overlay);
}

void paintHeatLines(QPainter& painter, const CanvasPicture& picture, const HeatLayer& heat,
                    const HeatLook& look, const QRectF& place) {
  const double scale = place.height() / picture.size().height();
  const QRectF seen = heatPlace(picture, heat, place);
  painter.save();
  painter.setClipRect(place, Qt::IntersectClip);
  if (!heat.contours.isEmpty()) paintContours(painter, heat, look, seen);
  QPainterPath nothing, images;
  nothing.addRect(place);
  images.setFillRule(Qt::WindingFill);
  for (const CanvasRegion& region : picture.regions) {
    const QRectF box(place.topLeft() + region.rect.topLeft() * scale, region.rect.size() * scale);
    images.addRect(box.intersected(seen));
  }
  painter.setClipPath(nothing.subtracted(images), Qt::IntersectClip);
  painter.fillRect(place, QColor(127, 127, 127, 60));
  painter.fillRect(place, QBrush(QColor(0, 0, 0, 90), Qt::BDiagPattern));
  painter.restore();
}

QRectF onPixels(const QRectF& place, double ratio) {
  const auto whole = [ratio](double value) { return qRound(value * ratio) / ratio; };
  return {whole(place.left()), whole(place.top()), whole(place.width()), whole(place.height())};
}

PaintedScene paintScene(const QVector<CanvasPicture>& pictures, const QVector<Heatmap>& maps,
                        const HeatLook& look, const SceneFrame& frame) {
  PaintedScene scene{frame, look, maps, {}};
  const SceneLayout layout = layOutScene(pictures, frame);
  const SceneView view = fittedView(layout, frame);
  const QVector<HeatLayer> layers = heatLayers(maps, look);
  for (int i = 0; i < pictures.size(); ++i) {
    const CanvasPicture& picture = pictures[i];
    const QSizeF size = onPixels(view.place(layout.places[i]), frame.ratio).size();
    scene.images.append(QImage());
    if (picture.levels.isEmpty() || size.isEmpty()) continue;
    const bool clear = picture.levels.first().hasAlphaChannel();
    QImage image((size * frame.ratio).toSize(),
                 clear ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    image.fill(clear ? Qt::transparent : Qt::black);
    image.setDevicePixelRatio(frame.ratio);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF place({}, size);
    paintPhoto(painter, picture, place, frame.ratio);
    if (i < layers.size() && !layers[i].map.isEmpty()) {
      paintHeatColours(painter, layers[i], heatPlace(picture, layers[i], place));
      paintHeatLines(painter, picture, layers[i], look, place);
    }
    painter.end();
    scene.images.last() = std::move(image);
  }
  return scene;
}

}  // namespace mia::ui

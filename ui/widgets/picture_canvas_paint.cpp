// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPainter>
#include <QPainterPath>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/picture_canvas.h"

namespace mia::ui {

namespace {

/// The smallest level that still has a pixel for every device pixel.
const QImage& levelFor(const QVector<QImage>& levels, double devicePixels) {
  for (auto level = levels.rbegin(); level != levels.rend(); ++level) {
    if (level->width() >= devicePixels) return *level;
  }
  return levels.first();
}

/// Words on a small plate that stays readable upon any photo.
void paintPlate(QPainter& painter, const QPointF& at, const QString& words, const QColor& ground,
                const QColor& ink, double widest, int pixels = type::kCaption) {
  painter.setFont(Theme::font(pixels, QFont::DemiBold));
  const QFontMetricsF metrics(painter.font());
  const QString shown = metrics.elidedText(words, Qt::ElideRight, widest - 12);
  const QRectF plate(at, QSizeF(metrics.horizontalAdvance(shown) + 12, pixels + 7));
  painter.setPen(Qt::NoPen);
  painter.setBrush(ground);
  painter.drawRoundedRect(plate, 4, 4);
  painter.setPen(ink);
  painter.drawText(plate, Qt::AlignCenter, shown);
}

void paintProblem(QPainter& painter, const QRectF& place, const QString& problem) {
  const Tokens& t = tokens();
  painter.setPen(QPen(t.edge, 1, Qt::DashLine));
  painter.setBrush(t.panel);
  painter.drawRoundedRect(place, space::kCorner, space::kCorner);
  const QPointF icon(place.center().x() - 16, place.center().y() - 44);
  painter.drawPixmap(icon, iconPixmap(QStringLiteral("image-missing"), 32, t.error,
                                      painter.device()->devicePixelRatioF()));
  painter.setFont(Theme::font(type::kBody));
  painter.setPen(t.error);
  painter.drawText(QRectF(place.left() + 12, place.center().y(), place.width() - 24, 90),
                   Qt::AlignHCenter | Qt::AlignTop | Qt::TextWrapAnywhere, problem);
}

}  // namespace

void PictureCanvas::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Tokens& t = tokens();
  painter.fillRect(rect(), t.canvas);
  painter.setRenderHint(QPainter::Antialiasing);
  if (pictures_.isEmpty()) paintEmptyState(painter, rect(), heading_, advice_);
  for (int i = 0; i < pictures_.size(); ++i) paintOne(painter, i);
  if (hasFocus()) {
    painter.setPen(QPen(t.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
  }
}

void PictureCanvas::paintOne(QPainter& painter, int picture) const {
  const CanvasPicture& shown = pictures_[picture];
  const QRectF place = toView(arrangement_.places[picture]);
  if (!place.intersects(rect())) return;
  if (shown.levels.isEmpty()) {
    paintProblem(painter, place, shown.problem);
  } else {
    const double devicePixels = place.width() * devicePixelRatioF();
    const QImage& level = levelFor(shown.levels, devicePixels);
    // Magnified a lot, pixels are shown as what they are.
    const bool magnified = devicePixels > 4.0 * level.width();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !magnified);
    painter.drawImage(place, level);
    paintHeat(painter, picture, place);
    paintMark(painter, picture, place);
    paintRegions(painter, picture, place);
    if (!shown.problem.isEmpty()) {
      paintPlate(painter, place.bottomLeft() + QPointF(6, -24), shown.problem, tokens().error,
                 tokens().onAccent, place.width() - 12);
    }
  }
  paintTitle(painter, picture, place);
}

void PictureCanvas::paintHeat(QPainter& painter, int picture, const QRectF& place) const {
  if (picture >= maps_.size() || maps_[picture].isEmpty()) return;
  const double scale = pictureScale(picture);
  const QRectF& view = maps_[picture].rect;
  painter.save();
  painter.setClipRect(place, Qt::IntersectClip);
  const QImage& overlay = overlays_[picture];
  painter.setRenderHint(QPainter::SmoothPixmapTransform, overlay.width() > maps_[picture].columns);
  const QRectF seen(place.topLeft() + view.topLeft() * scale, view.size() * scale);
  if (!overlay.isNull()) painter.drawImage(seen, overlay);
  if (picture < contours_.size()) paintContours(painter, picture, seen);
  // What belongs to no image, or was never seen by the model, is hatched.
  QPainterPath nothing, images;
  nothing.addRect(place);
  images.setFillRule(Qt::WindingFill);
  for (const CanvasRegion& region : pictures_[picture].regions) {
    const QRectF box(place.topLeft() + region.rect.topLeft() * scale, region.rect.size() * scale);
    images.addRect(box.intersected(seen));
  }
  painter.setClipPath(nothing.subtracted(images), Qt::IntersectClip);
  painter.fillRect(place, QColor(127, 127, 127, 60));
  painter.fillRect(place, QBrush(QColor(0, 0, 0, 90), Qt::BDiagPattern));
  painter.restore();
}

/// Each line in the colour of its value, between dark edges that are seen on every photo.
void PictureCanvas::paintContours(QPainter& painter, int picture, const QRectF& seen) const {
  const Heatmap& map = maps_[picture];
  painter.save();
  painter.translate(seen.topLeft());
  painter.scale(seen.width() / map.columns, seen.height() / map.rows);
  const auto draw = [&](const HeatContour& contour, const QColor& colour, double width) {
    QPen line(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    line.setCosmetic(true);
    painter.strokePath(contour.path, line);
  };
  for (const HeatContour& contour : contours_[picture]) draw(contour, QColor(0, 0, 0, 170), 4);
  for (const HeatContour& contour : contours_[picture]) {
    draw(contour, heatColour(contour.value, look_), 2);
  }
  painter.restore();
}

void PictureCanvas::paintMark(QPainter& painter, int picture, const QRectF& place) const {
  const auto [marked, patch] = marked_;
  if (marked != picture || patch < 0 || picture >= maps_.size() || maps_[picture].isEmpty()) return;
  const double scale = pictureScale(picture);
  const QRectF part = patchRect(maps_[picture], patch);
  const QRectF box(place.topLeft() + part.topLeft() * scale, part.size() * scale);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(QColor(0, 0, 0, 190), 4));
  painter.drawRect(box);
  painter.setPen(QPen(QColor(255, 255, 255), 2));
  painter.drawRect(box);
}

void PictureCanvas::paintRegions(QPainter& painter, int picture, const QRectF& place) const {
  const QVector<CanvasRegion>& regions = pictures_[picture].regions;
  if (!regionsShown_ || regions.isEmpty()) return;
  const Tokens& t = tokens();
  const double scale = pictureScale(picture);
  for (const CanvasRegion& region : regions) {
    const QRectF box(place.topLeft() + region.rect.topLeft() * scale, region.rect.size() * scale);
    // A picture that is one image whole has its title; only the target is framed.
    if (region.label.isEmpty() && !region.isTarget) continue;
    const QRectF line = box.adjusted(1, 1, -1, -1);
    painter.setBrush(Qt::NoBrush);
    // A dark line under a light one is seen on every photo.
    painter.setPen(QPen(QColor(0, 0, 0, 150), region.isTarget ? 5 : 3));
    painter.drawRect(line);
    painter.setPen(
        QPen(region.isTarget ? t.accent : QColor(255, 255, 255, 210), region.isTarget ? 3 : 1));
    painter.drawRect(line);
    if (region.label.isEmpty() || box.width() < 40) continue;
    const QColor ground = region.isTarget ? t.accent : QColor(0, 0, 0, 170);
    const QColor ink = region.isTarget ? t.onAccent : QColor(255, 255, 255);
    paintPlate(painter, line.topLeft() + QPointF(5, 5), region.label, ground, ink,
               line.width() - 10, textPixels_);
  }
}

void PictureCanvas::paintTitle(QPainter& painter, int picture, const QRectF& place) const {
  const CanvasPicture& shown = pictures_[picture];
  if (shown.title.isEmpty()) return;
  const Tokens& t = tokens();
  const double tall = 1.5 * textPixels_;
  const QRectF strip(place.left(), place.top() - tall - 3, place.width(), tall);
  painter.setFont(Theme::font(textPixels_, shown.isTarget ? QFont::DemiBold : QFont::Normal));
  painter.setPen(shown.isTarget ? t.accent : t.dim);
  painter.drawText(strip, Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(shown.title, Qt::ElideRight,
                                                    static_cast<int>(strip.width())));
}

}  // namespace mia::ui

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPaintEvent>
#include <QPainter>
#include <cmath>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/picture_canvas.h"
#include "ui/widgets/text_line.h"

namespace mia::ui {

namespace {

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

/// A frame of so many px along the inner side of a box, opaque and at whole pixels: a stroke, or
/// one that is mixed with what lies under it, takes a millisecond on a large screen.
void paintFrame(QPainter& painter, const QRectF& box, double width, const QColor& colour) {
  const double ratio = painter.device()->devicePixelRatioF();
  const QRectF outer = onPixels(box, ratio);
  const double wide = qMax(1.0, std::round(width * ratio)) / ratio;
  const double tall = outer.height() - 2 * wide;
  painter.fillRect(QRectF(outer.left(), outer.top(), outer.width(), wide), colour);
  painter.fillRect(QRectF(outer.left(), outer.bottom() - wide, outer.width(), wide), colour);
  painter.fillRect(QRectF(outer.left(), outer.top() + wide, wide, tall), colour);
  painter.fillRect(QRectF(outer.right() - wide, outer.top() + wide, wide, tall), colour);
}

}  // namespace

void PictureCanvas::paintEvent(QPaintEvent* event) {
  QPainter painter(this);
  const Tokens& t = tokens();
  // What a photo covers is not painted twice: on a large screen that takes milliseconds.
  QRegion ground(event->region());
  for (int i = 0; i < pictures_.size(); ++i) {
    const QVector<QImage>& levels = pictures_[i].levels;
    if (levels.isEmpty() || levels.first().hasAlphaChannel()) continue;
    ground -= placeOf(i).toRect().adjusted(1, 1, -1, -1);
  }
  for (const QRect& part : ground) painter.fillRect(part, t.canvas);
  painter.setRenderHint(QPainter::Antialiasing);
  if (pictures_.isEmpty()) paintEmptyState(painter, rect(), heading_, advice_);
  const bool painted = isPaintedBeforehand();
  for (int i = 0; i < pictures_.size(); ++i) paintOne(painter, i, painted);
  if (hasFocus()) {
    painter.setPen(QPen(t.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
  }
}

void PictureCanvas::paintOne(QPainter& painter, int picture, bool painted) {
  const CanvasPicture& shown = pictures_[picture];
  const QRectF place = placeOf(picture);
  if (!place.intersects(rect())) return;
  if (shown.levels.isEmpty()) {
    paintProblem(painter, place, shown.problem);
  } else {
    paintPixels(painter, picture, place, painted);
    paintMark(painter, picture, place);
    paintRegions(painter, picture, place);
    if (!shown.problem.isEmpty()) {
      paintPlate(painter, place.bottomLeft() + QPointF(6, -24), shown.problem, tokens().error,
                 tokens().onAccent, place.width() - 12);
    }
  }
  paintTitle(painter, picture, place);
}

void PictureCanvas::paintPixels(QPainter& painter, int picture, const QRectF& place, bool painted) {
  const double ratio = devicePixelRatioF();
  if (painted) {
    painter.drawImage(onPixels(place, ratio).topLeft(), painted_->images[picture]);
    return;
  }
  if (!layers_) layers_ = heatLayers(maps_, look_);
  if (picture >= layers_->size() || (*layers_)[picture].map.isEmpty()) {
    paintPhoto(painter, pictures_[picture], place, ratio);
    return;
  }
  KeptPhoto& kept = kept_[static_cast<std::size_t>(picture)];
  kept.show(pictures_[picture], {place, rect(), ratio, tokens().canvas});
  kept.paint(painter, pictures_[picture], (*layers_)[picture], look_);
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
    const double width = region.isTarget ? 3 : 1;
    // A dark line around a light one is seen on every photo.
    const double out = width / 2;
    paintFrame(painter, line.adjusted(-out - 1, -out - 1, out + 1, out + 1), width + 2,
               QColor(28, 28, 30));
    paintFrame(painter, line.adjusted(-out, -out, out, out), width,
               region.isTarget ? t.accent : QColor(222, 222, 224));
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
  drawTextLine(painter, strip.toRect(), Qt::AlignLeft | Qt::AlignVCenter, shown.title);
}

}  // namespace mia::ui

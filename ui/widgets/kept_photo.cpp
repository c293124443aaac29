// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kept_photo.h"

#include "ui/widgets/heat_blend.h"

namespace mia::ui {

namespace {

QRectF onDevice(const QRectF& logical, double ratio) {
  return {logical.topLeft() * ratio, logical.size() * ratio};
}

}  // namespace

void KeptPhoto::show(const CanvasPicture& picture, const Shown& shown) {
  const qint64 photo = picture.levels.first().cacheKey();
  if (photo == photo_ && shown == shown_) return;
  photo_ = photo;
  shown_ = shown;
  const QRect seen = onDevice(shown.place, shown.ratio)
                         .intersected(onDevice(shown.room, shown.ratio))
                         .toAlignedRect();
  corner_ = seen.topLeft();
  image_ = QImage(seen.size(), QImage::Format_RGB32);
  image_.setDevicePixelRatio(shown.ratio);
  image_.fill(shown.ground);
  QPainter painter(&image_);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(-QPointF(corner_) / shown.ratio);
  paintPhoto(painter, picture, shown.place, shown.ratio);
}

void KeptPhoto::paint(QPainter& painter, const CanvasPicture& picture, const HeatLayer& heat,
                      const HeatLook& look) const {
  const QRectF map = heatPlace(picture, heat, shown_.place);
  if (!paintBlended(painter, heat, map)) {
    painter.drawImage(QPointF(corner_) / shown_.ratio, image_);
    painter.save();
    painter.setClipRect(shown_.place, Qt::IntersectClip);
    paintHeatColours(painter, heat, map);
    painter.restore();
  }
  paintHeatLines(painter, picture, heat, look, shown_.place);
}

/// Strip by strip, so that what is blended does not leave the processor's cache.
bool KeptPhoto::paintBlended(QPainter& painter, const HeatLayer& heat, const QRectF& map) const {
  constexpr int kStrip = 32;  // device px high
  if (!HeatBlend::isPossible(image_, heat.overlay)) return false;
  HeatBlend blend(image_, heat.overlay, onDevice(map, shown_.ratio).translated(-corner_),
                  heat.isSmooth() ? HeatBlend::Cells::kInterpolated : HeatBlend::Cells::kFlat);
  QImage strip(image_.width(), kStrip, QImage::Format_RGB32);
  for (int top = 0; top < image_.height(); top += kStrip) {
    const int rows = qMin(kStrip, image_.height() - top);
    if (rows < kStrip) strip = QImage(image_.width(), rows, QImage::Format_RGB32);
    strip.setDevicePixelRatio(shown_.ratio);
    blend.blend(top, strip);
    painter.drawImage(QPointF(corner_ + QPoint(0, top)) / shown_.ratio, strip);
  }
  return true;
}

}  // namespace mia::ui

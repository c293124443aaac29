// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kept_photo.h"

#include "ui/widgets/heat_blend.h"
#include "ui/widgets/heat_lines.h"

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

/// Strip by strip, so that what is blended does not leave the processor's cache.
void KeptPhoto::paint(QPainter& painter, const CanvasPicture& picture, const HeatLayer& heat,
                      const HeatLook& look) const {
  constexpr int kStrip = 32;  // device px high
  const QRectF map =
      onDevice(heatPlace(picture, heat, shown_.place), shown_.ratio).translated(-corner_);
  HeatBlend blend(image_, heat.overlay, map,
                  heat.isSmooth() ? HeatBlend::Cells::kInterpolated : HeatBlend::Cells::kFlat);
  const QTransform toImage =
      QTransform::fromTranslate(map.left(), map.top())
          .scale(map.width() / heat.map.columns, map.height() / heat.map.rows);
  HeatLines lines(heat.contours, look, toImage, image_.width(), shown_.ratio);
  QImage strip(image_.width(), kStrip, QImage::Format_RGB32);
  for (int top = 0; top < image_.height(); top += kStrip) {
    const int rows = qMin(kStrip, image_.height() - top);
    if (rows < kStrip) strip = QImage(image_.width(), rows, QImage::Format_RGB32);
    strip.setDevicePixelRatio(shown_.ratio);
    blend.blend(top, strip);
    if (!lines.isEmpty()) lines.paint(top, strip);
    painter.drawImage(QPointF(corner_ + QPoint(0, top)) / shown_.ratio, strip);
  }
  paintUnseen(painter, picture, heat, shown_.place, shown_.ratio);
}

}  // namespace mia::ui

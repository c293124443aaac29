// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QRectF>

#include "ui/widgets/picture_scene.h"

namespace mia::ui {

/// A photo as it is shown, kept while one map after the other is laid over it: to bring it to its
/// size takes longer than a repaint may.
class KeptPhoto {
 public:
  struct Shown {
    QRectF place;        ///< of the whole photo, logical px
    QRect room;          ///< what can be seen of it
    double ratio = 1;    ///< device px per logical px
    QColor ground = {};  ///< behind what is clear
    bool operator==(const Shown&) const = default;
  };

  /// From now on this photo at this place; drawn unless it is what was shown before.
  void show(const CanvasPicture& picture, const Shown& shown);
  /// The photo at its size on the device.
  const QImage& image() const { return image_; }
  /// The photo and the map on it.
  void paint(QPainter& painter, const CanvasPicture& picture, const HeatLayer& heat,
             const HeatLook& look) const;

 private:
  Shown shown_;
  qint64 photo_ = 0;  ///< its cacheKey()
  QPoint corner_;     ///< of the image, device px
  QImage image_;
};

}  // namespace mia::ui

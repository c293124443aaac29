// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPainter>
#include <QVector>

#include "ui/widgets/heatmap.h"

namespace mia::ui {

/// A rectangle of a picture with its name; px of the picture.
struct CanvasRegion {
  QRectF rect;
  QString label;
  bool isTarget = false;
  int image = 0;  ///< of the sample's images, 0-based
};

/// A picture as the canvas shows it.
struct CanvasPicture {
  QVector<QImage> levels;  ///< its pixels, then halved again and again: drawn fast at any zoom
  QVector<CanvasRegion> regions;
  QString title;    ///< written above it; "" for none
  QString problem;  ///< shown on it when it could not be drawn whole
  bool isTarget = false;
  QSize size() const { return levels.isEmpty() ? QSize() : levels.first().size(); }
};

/// The image and its halves, for CanvasPicture::levels; slow for large ones, any thread.
QVector<QImage> halvedLevels(const QImage& image);

constexpr double kSceneMargin = 16;       ///< around the pictures, logical px
constexpr double kLargestSceneZoom = 32;  ///< logical px per scene px

/// The room that pictures are fitted into.
struct SceneFrame {
  QSize room;  ///< logical px
  double ratio = 1;
  int textPixels = 11;  ///< of the titles
  QColor ground = {};   ///< behind the pictures
  bool operator==(const SceneFrame&) const = default;
};

/// Where pictures stand: in rows, all equally tall, as large as they fit. Gaps and titles keep
/// their size on the screen, so they take more of the scene the smaller the pictures are shown.
struct SceneLayout {
  double scale = 0;        ///< logical px per scene px when fitted
  QVector<QRectF> places;  ///< of the pictures, scene px
  QSizeF size;             ///< of the scene
};
SceneLayout layOutScene(const QVector<CanvasPicture>& pictures, const SceneFrame& frame);

/// Which part of the scene is seen.
struct SceneView {
  double scale = 1;  ///< logical px per scene px
  QPointF offset;    ///< of the scene's origin, logical px
  QRectF place(const QRectF& scene) const {
    return {offset + scene.topLeft() * scale, scene.size() * scale};
  }
};
SceneView fittedView(const SceneLayout& layout, const SceneFrame& frame);

/// A map ready to be laid over its picture.
struct HeatLayer {
  Heatmap map;
  QImage overlay;                 ///< null for an empty map, and for contours
  QVector<HeatContour> contours;  ///< for that style alone
  /// Whether the overlay is shown interpolated; else a pixel of it is a patch.
  bool isSmooth() const { return overlay.width() > map.columns; }
};
QVector<HeatLayer> heatLayers(const QVector<Heatmap>& maps, const HeatLook& look);

/// The picture's pixels at `place`, logical px.
void paintPhoto(QPainter& painter, const CanvasPicture& picture, const QRectF& place, double ratio);
/// What a map's patches divide of a picture at `place`.
QRectF heatPlace(const CanvasPicture& picture, const HeatLayer& heat, const QRectF& place);
/// A hatch over what belongs to no image or was never seen by the model.
void paintUnseen(QPainter& painter, const CanvasPicture& picture, const HeatLayer& heat,
                 const QRectF& place, double ratio);

/// `place` on the device, at whole pixels, in logical px again.
QRectF onPixels(const QRectF& place, double ratio);

}  // namespace mia::ui

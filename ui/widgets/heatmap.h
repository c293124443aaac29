// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPainterPath>
#include <QRectF>
#include <QVector>

#include "curation/browse.h"
#include "curation/colour_maps.h"

namespace mia::ui {

/// An attention map over one picture: values in times uniform, and the rectangle of the picture
/// (px) that its patches divide evenly.
struct Heatmap {
  QRectF rect;
  int rows = 0;
  int columns = 0;
  QVector<float> values;
  bool isEmpty() const { return values.isEmpty(); }
  bool operator==(const Heatmap&) const = default;
  bool isLike(const Heatmap& other) const { return rows == other.rows && columns == other.columns; }
};

enum class HeatStyle {
  kSmooth,  ///< interpolated between patch centres
  kRaw,     ///< one flat square per patch
  kContour  ///< lines of equal value, so that the photo stays clear
};

/// How maps are drawn: one look for all maps that are to be compared.
struct HeatLook {
  double scale = 2;  ///< the upper end, times uniform; of a difference both ends, plus and minus
  HeatStyle style = HeatStyle::kSmooth;
  curation::ColourMap colours = curation::ColourMap::kInferno;
  double opacity = 0.85;  ///< at the end of the scale; towards zero maps grow clear
  bool operator==(const HeatLook&) const = default;
  bool isDifference() const { return colours == curation::ColourMap::kDifference; }
};

/// All maps of one candidate.
class HeatmapSet {
 public:
  HeatmapSet() = default;
  explicit HeatmapSet(const std::vector<curation::ShownMap>& maps);

  bool isEmpty() const { return layers_.isEmpty(); }
  /// The decoder layers that were kept, ascending.
  const QVector<int>& layers() const { return layers_; }
  /// One per picture; an empty one where a picture has none.
  QVector<Heatmap> ofLayer(int layer) const;
  /// The mean over the kept layers from first to last.
  QVector<Heatmap> ofLayers(int first, int last) const;

 private:
  QVector<int> layers_;
  QVector<QPair<QPair<int, int>, Heatmap>> maps_;  ///< by (layer, picture)
};

/// The upper end of the one scale that all these maps share, a round number >= 2 (chance is 1); of
/// differences the larger of both ends, >= 0.5.
double sharedScale(const QVector<Heatmap>& maps);
double sharedDifferenceScale(const QVector<Heatmap>& maps);

/// second - first, picture by picture; empty where they have no patches in common.
QVector<Heatmap> differences(const QVector<Heatmap>& first, const QVector<Heatmap>& second);

/// The map as a picture to lay over the photo: colour and opacity grow with the value. Contours
/// are lines and have none.
QImage paintHeatmap(const Heatmap& map, const HeatLook& look);

/// The lines of one value, each in one piece; points in columns and rows of patches.
struct HeatContour {
  double value = 0;
  QPainterPath path;
};
/// The values that contours are drawn at: even steps of the scale, none at zero.
QVector<double> contourValues(const HeatLook& look);
QVector<HeatContour> contoursOf(const Heatmap& map, const HeatLook& look);

/// The index of the patch at `point` (px of the picture), row by row; -1 outside the model's view.
int patchAt(const Heatmap& map, const QPointF& point);
/// The value of that patch; NaN outside the model's view.
double heatAt(const Heatmap& map, const QPointF& point);
/// The rectangle of a patch, px of the picture.
QRectF patchRect(const Heatmap& map, int patch);

/// The opaque colour of a value on the look's scale.
QColor heatColour(double value, const HeatLook& look);

}  // namespace mia::ui

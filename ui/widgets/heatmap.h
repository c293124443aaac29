// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>
#include <QVector>

#include "curation/browse.h"

namespace mia::ui {

/// An attention map over one picture: values in times uniform, and the rectangle of the picture
/// (px) that its patches divide evenly.
struct Heatmap {
  QRectF rect;
  int rows = 0;
  int columns = 0;
  QVector<float> values;
  bool isEmpty() const { return values.isEmpty(); }
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

 private:
  QVector<int> layers_;
  QVector<QPair<QPair<int, int>, Heatmap>> maps_;  ///< by (layer, picture)
};

/// The upper end of the one scale that all these maps share, a round number >= 2 (chance is 1).
double sharedScale(const QVector<Heatmap>& maps);

/// The map as a picture to lay over the photo: colour and opacity grow with the value, 0..scale.
/// Smooth: interpolated between patch centres; else one flat square per patch.
QImage paintHeatmap(const Heatmap& map, double scale, bool smooth);

/// The value of the patch at `point` (px of the picture); negative outside the model's view.
double heatAt(const Heatmap& map, const QPointF& point);

/// The colour of 0..1 on the scale, opaque.
QColor heatColour(double share);

}  // namespace mia::ui

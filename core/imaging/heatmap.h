// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>

#include "domain/candidate.h"
#include "imaging/picture.h"
#include "layout/canvas.h"
#include "layout/view_transform.h"

namespace mia::imaging {

/// The ends of a colour scale, in times uniform. Shared by all pictures that are to be compared.
struct HeatScale {
  double low = 0;
  double high = 1;
};

/// From 0 to the largest value of all maps, at least 1 (what chance gives).
HeatScale sharedScale(std::span<const AttentionMap> maps);

/// The colour that a value is drawn in, and how much of the picture it hides (0..1): nothing at the
/// low end, most at the high end, so that the picture stays readable where nothing happens.
Colour heatColour(double value, const HeatScale& scale);
double heatOpacity(double value, const HeatScale& scale);

/// The map over the picture it belongs to, smooth between the centres of patches of `patchSize` px
/// of the model's input. What the model did not see (cropped away) is dimmed.
Picture overlayHeatmap(const Picture& picture, const AttentionMap& map,
                       const layout::ViewTransform& view, int patchSize, const HeatScale& scale);

/// The colour of a value, and how much of the picture it hides (0..1).
struct HeatInk {
  Colour colour;
  double opacity = 0;
};

/// The same in inks of the caller's choice.
Picture overlayMap(const Picture& picture, const AttentionMap& map,
                   const layout::ViewTransform& view, int patchSize,
                   const std::function<HeatInk(double)>& ink);

/// The scale as a bar with its ends written ("0", "3.2x uniform"), for the foot of a sheet.
Picture heatLegend(const HeatScale& scale, int width, Colour background);

/// The model's own view under its grid of patches, tinted by region in seriesColour(), hatched
/// where it shows no region. `seen` is ImageProcessor::modelView() of the canvas through `view`; it
/// is enlarged by a whole factor towards `edge` px.
Picture drawModelView(const Picture& seen, const layout::Canvas& canvas,
                      const layout::ViewTransform& view, int patchSize, int edge);

/// The picture with its regions outlined and numbered in seriesColour().
Picture drawRegions(const Picture& picture, const layout::Canvas& canvas);

}  // namespace mia::imaging

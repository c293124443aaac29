// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "domain/layout_recipe.h"
#include "layout/geometry.h"

namespace mia::layout {

/// How pixels are resampled; the names and kernels are Pillow's.
enum class Filter { kBilinear, kBicubic, kLanczos };

/// One image of the recipe on a canvas.
struct Placement {
  int image = 0;     ///< index into the recipe's images: the number of its region
  PixelRect target;  ///< where it lies on the canvas, px
  PixelRect source;  ///< the part of the image that is shown there, px of the image
  Filter filter = Filter::kBicubic;
  int border = 0;  ///< px of frame around the target; the frame belongs to no image
  Colour borderColour;
};

/// A text in a strip of the canvas, centred vertically.
struct Label {
  std::string text;
  PixelRect box;
  double scale = 0.6;  ///< a capital's share of the strip's height
  LabelAlign align = LabelAlign::kLeft;
  Colour colour{0, 0, 0};
};

/// One picture that the model is given: a plan, not pixels. Later placements lie over earlier ones.
struct Canvas {
  Size size;
  Colour background;
  std::vector<Placement> placements;
  std::vector<Label> labels;
};

/// How many pictures the model is given: one per image of a sequence, else one.
int pictureCount(const LayoutRecipe& recipe);

/// The most square grid that so many images fill: the paper's shapes for 2, 3, 4, 6 and 9.
int squarestColumns(int images);

/// The pictures of a recipe over images of the given sizes (as a photo viewer shows them), in the
/// recipe's order. Regions are numbered as the recipe's images. With the recipe's defaults this is
/// the paper's geometry: sizes and positions truncate as there. Error kUsage when the recipe does
/// not hold together or the sizes do not fit it.
std::vector<Canvas> planPictures(const LayoutRecipe& recipe, const std::vector<Size>& sizes);

/// The same canvas drawn smaller or larger: everything but the parts of the images scaled, edges
/// rounded to whole px.
Canvas scaled(const Canvas& canvas, double factor);

/// The parts of the canvas where region `image` is seen: its targets without what later placements
/// and their frames hide, as rectangles that do not overlap. Empty when it is not on this canvas.
std::vector<Rect> visibleParts(const Canvas& canvas, int image);

}  // namespace mia::layout

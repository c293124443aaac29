// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <utility>

#include "imaging/picture.h"

namespace mia::imaging {

/// A point in px; (0, 0) is the top left corner of the top left pixel.
struct Point {
  double x = 0;
  double y = 0;
};

/// Smooth lines through the points, clipped to the picture; width in whole px.
void drawLines(Picture& picture, std::span<const Point> points, Colour colour, int width = 1);
/// A frame of `width` px inside the rectangle.
void drawFrame(Picture& picture, const layout::PixelRect& rect, Colour colour, int width = 1);
/// A filled rectangle with round corners, smooth.
void fillRound(Picture& picture, const layout::PixelRect& rect, double radius, Colour colour);
/// Diagonal stripes over the rectangle, for what belongs to no image.
void hatch(Picture& picture, const layout::PixelRect& rect, Colour colour);
/// A tick for right, a cross for wrong, within `size` px.
void drawVerdict(Picture& picture, Point topLeft, double size, bool right);

}  // namespace mia::imaging

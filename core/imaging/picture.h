// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "domain/layout_recipe.h"
#include "layout/geometry.h"

namespace mia::imaging {

/// Pixels in memory: 8-bit RGB, row-major, without padding between rows.
struct Picture {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgb;  ///< [height * width * 3]

  Picture() = default;
  /// Filled with one colour; Error kUsage unless both sides are positive.
  Picture(int width, int height, Colour fill = {});

  bool empty() const { return rgb.empty(); }
  layout::Size size() const { return {width, height}; }
  std::uint8_t* pixel(int x, int y) { return rgb.data() + offset(x, y); }
  const std::uint8_t* pixel(int x, int y) const { return rgb.data() + offset(x, y); }
  bool operator==(const Picture&) const = default;

 private:
  std::size_t offset(int x, int y) const {
    return (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
            static_cast<std::size_t>(x)) *
           3;
  }
};

/// The pixels within `part`, which must lie inside; Error kUsage otherwise.
Picture crop(const Picture& picture, const layout::PixelRect& part);

/// Copies `source` onto `target` with its top left corner there; what hangs over is cut off.
void paste(Picture& target, const Picture& source, int left, int top);

/// Paints the part of `rect` that lies inside.
void fillRect(Picture& picture, const layout::PixelRect& rect, Colour colour);

}  // namespace mia::imaging

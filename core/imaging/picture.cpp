// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/picture.h"

#include <algorithm>
#include <cstring>

namespace mia::imaging {

Picture::Picture(int w, int h, Colour fill) : width(w), height(h) {
  if (w < 1 || h < 1) throw Error(ErrorKind::kUsage, "A picture needs at least one pixel");
  // Once over the memory where once is enough: a large canvas takes as long as a photo on it.
  rgb.assign(offset(0, h), fill.red);
  if (fill.green != fill.red || fill.blue != fill.red) fillRect(*this, {0, 0, w, h}, fill);
}

Picture crop(const Picture& picture, const layout::PixelRect& part) {
  if (part.left < 0 || part.top < 0 || part.left + part.width > picture.width ||
      part.top + part.height > picture.height) {
    throw Error(ErrorKind::kUsage, "A crop reaches beyond its picture");
  }
  Picture out(part.width, part.height);
  for (int y = 0; y < part.height; ++y) {
    std::memcpy(out.pixel(0, y), picture.pixel(part.left, part.top + y),
                static_cast<std::size_t>(part.width) * 3);
  }
  return out;
}

void paste(Picture& target, const Picture& source, int left, int top) {
  const int x0 = std::max(left, 0);
  const int x1 = std::min(left + source.width, target.width);
  if (x0 >= x1) return;
  for (int y = std::max(top, 0); y < std::min(top + source.height, target.height); ++y) {
    std::memcpy(target.pixel(x0, y), source.pixel(x0 - left, y - top),
                static_cast<std::size_t>(x1 - x0) * 3);
  }
}

void fillRect(Picture& picture, const layout::PixelRect& rect, Colour colour) {
  const int x0 = std::max(rect.left, 0);
  const int x1 = std::min(rect.left + rect.width, picture.width);
  const int y0 = std::max(rect.top, 0);
  const int y1 = std::min(rect.top + rect.height, picture.height);
  if (x0 >= x1 || y0 >= y1) return;
  for (int x = x0; x < x1; ++x) {
    std::uint8_t* p = picture.pixel(x, y0);
    p[0] = colour.red;
    p[1] = colour.green;
    p[2] = colour.blue;
  }
  const auto bytes = static_cast<std::size_t>(x1 - x0) * 3;
  for (int y = y0 + 1; y < y1; ++y) {
    std::memcpy(picture.pixel(x0, y), picture.pixel(x0, y0), bytes);
  }
}

}  // namespace mia::imaging

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

namespace mia::layout {

/// Width and height in px.
struct Size {
  int width = 0;
  int height = 0;
  bool operator==(const Size&) const = default;
};

/// A half-open rectangle of whole pixels: [left, left + width) x [top, top + height).
struct PixelRect {
  int left = 0;
  int top = 0;
  int width = 0;
  int height = 0;
  bool operator==(const PixelRect&) const = default;
};

/// A rectangle in continuous coordinates: pixel i covers [i, i + 1).
struct Rect {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  bool operator==(const Rect&) const = default;

  bool empty() const { return right <= left || bottom <= top; }
  double area() const { return empty() ? 0.0 : (right - left) * (bottom - top); }
};

inline Rect toRect(const PixelRect& r) {
  return {double(r.left), double(r.top), double(r.left) + r.width, double(r.top) + r.height};
}

/// What both cover; empty() when they do not meet.
inline Rect intersection(const Rect& a, const Rect& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
          std::min(a.bottom, b.bottom)};
}

}  // namespace mia::layout

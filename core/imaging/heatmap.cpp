// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/heatmap.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "imaging/draw.h"
#include "imaging/palette.h"
#include "imaging/text.h"

namespace mia::imaging {
namespace {

constexpr double kMostOpaque = 0.82;
constexpr double kColourStart = 0.22;  // the black end of inferno would only darken the picture

double position(double value, const HeatScale& scale) {
  const double span = scale.high - scale.low;
  return span > 0 ? std::clamp((value - scale.low) / span, 0.0, 1.0) : 0.0;
}

void blendPixel(std::uint8_t* pixel, Colour colour, double share) {
  const Colour blended = mixed({pixel[0], pixel[1], pixel[2]}, colour, share);
  pixel[0] = blended.red;
  pixel[1] = blended.green;
  pixel[2] = blended.blue;
}

// The value at a place given in patches, linear between patch centres.
double valueAt(const AttentionMap& map, double column, double row) {
  const double x = std::clamp(column - 0.5, 0.0, map.columns - 1.0);
  const double y = std::clamp(row - 0.5, 0.0, map.rows - 1.0);
  const int x0 = static_cast<int>(x), y0 = static_cast<int>(y);
  const int x1 = std::min(x0 + 1, map.columns - 1), y1 = std::min(y0 + 1, map.rows - 1);
  const auto at = [&](int r, int c) {
    return double(map.values[static_cast<std::size_t>(r * map.columns + c)]);
  };
  const double top = at(y0, x0) + (at(y0, x1) - at(y0, x0)) * (x - x0);
  const double bottom = at(y1, x0) + (at(y1, x1) - at(y1, x0)) * (x - x0);
  return top + (bottom - top) * (y - y0);
}

int nearestWhole(double value) { return static_cast<int>(std::lround(value)); }

layout::PixelRect toPixels(const layout::Rect& rect) {
  const int left = nearestWhole(rect.left), top = nearestWhole(rect.top);
  return {left, top, nearestWhole(rect.right) - left, nearestWhole(rect.bottom) - top};
}

Picture enlarged(const Picture& picture, int factor) {
  Picture out(picture.width * factor, picture.height * factor);
  for (int y = 0; y < out.height; ++y) {
    for (int x = 0; x < out.width; ++x) {
      std::copy_n(picture.pixel(x / factor, y / factor), 3, out.pixel(x, y));
    }
  }
  return out;
}

void tint(Picture& picture, const layout::PixelRect& box, Colour colour) {
  for (int y = std::max(0, box.top); y < std::min(box.top + box.height, picture.height); ++y) {
    for (int x = std::max(0, box.left); x < std::min(box.left + box.width, picture.width); ++x) {
      blendPixel(picture.pixel(x, y), colour, 0.3);
    }
  }
}

layout::Rect scaled(const layout::Rect& rect, double factor) {
  return {rect.left * factor, rect.top * factor, rect.right * factor, rect.bottom * factor};
}

}  // namespace

HeatScale sharedScale(std::span<const AttentionMap> maps) {
  HeatScale scale;
  for (const AttentionMap& map : maps) {
    for (const float value : map.values) scale.high = std::max(scale.high, double(value));
  }
  return scale;
}

Colour heatColour(double value, const HeatScale& scale) {
  return inferno(kColourStart + (1 - kColourStart) * position(value, scale));
}

double heatOpacity(double value, const HeatScale& scale) {
  return kMostOpaque * std::pow(position(value, scale), 0.8);
}

Picture overlayHeatmap(const Picture& picture, const AttentionMap& map,
                       const layout::ViewTransform& view, int patchSize, const HeatScale& scale) {
  return overlayMap(picture, map, view, patchSize, [&scale](double value) {
    return HeatInk{heatColour(value, scale), heatOpacity(value, scale)};
  });
}

Picture overlayMap(const Picture& picture, const AttentionMap& map,
                   const layout::ViewTransform& view, int patchSize,
                   const std::function<HeatInk(double)>& ink) {
  Picture out = picture;
  for (int y = 0; y < out.height; ++y) {
    for (int x = 0; x < out.width; ++x) {
      const auto seen = view.toModel({double(x), double(y), x + 1.0, y + 1.0});
      const double column = (seen.left + seen.right) / 2 / patchSize;
      const double row = (seen.top + seen.bottom) / 2 / patchSize;
      if (column < 0 || row < 0 || column > map.columns || row > map.rows) {
        blendPixel(out.pixel(x, y), kPaper, 0.6);
        continue;
      }
      const HeatInk drawn = ink(valueAt(map, column, row));
      blendPixel(out.pixel(x, y), drawn.colour, drawn.opacity);
    }
  }
  return out;
}

Picture heatLegend(const HeatScale& scale, int width, Colour background) {
  const TextStyle style{8, kDimInk, Weight::kRegular};
  constexpr int kBar = 160;
  Picture legend(width, 20, background);
  char high[32];
  std::snprintf(high, sizeof high, "%.1fx uniform", scale.high);
  drawText(legend, "attention  0", 0, 14, style);
  const int left = static_cast<int>(textWidth("attention  0", style)) + 8;
  for (int x = 0; x < kBar; ++x) {
    const double value = scale.low + (scale.high - scale.low) * x / (kBar - 1.0);
    const Colour colour =
        mixed({150, 150, 150}, heatColour(value, scale), heatOpacity(value, scale));
    fillRect(legend, {left + x, 4, 1, 12}, colour);
  }
  drawText(legend, high, left + kBar + 8, 14, style);
  return legend;
}

Picture drawModelView(const Picture& seen, const layout::Canvas& canvas,
                      const layout::ViewTransform& view, int patchSize, int edge) {
  const int factor = std::max(1, edge / std::max(seen.width, seen.height));
  const Picture plain = enlarged(seen, factor);
  Picture out = plain;
  hatch(out, {0, 0, out.width, out.height}, kDimInk);
  for (const auto& placement : canvas.placements) {
    for (const layout::Rect& part : layout::visibleParts(canvas, placement.image)) {
      const auto box = toPixels(intersection(scaled(view.toModel(part), factor),
                                             {0, 0, double(out.width), double(out.height)}));
      if (box.width < 1 || box.height < 1) continue;
      Picture region = crop(plain, box);
      tint(region, {0, 0, box.width, box.height}, seriesColour(placement.image));
      paste(out, region, box.left, box.top);
    }
  }
  const int side = patchSize * factor;
  for (int x = side; x < out.width; x += side) fillRect(out, {x, 0, 1, out.height}, kPanel);
  for (int y = side; y < out.height; y += side) fillRect(out, {0, y, out.width, 1}, kPanel);
  return out;
}

Picture drawRegions(const Picture& picture, const layout::Canvas& canvas) {
  Picture out = picture;
  const int width = std::max(2, std::max(out.width, out.height) / 300);
  for (const auto& placement : canvas.placements) {
    const Colour colour = seriesColour(placement.image);
    const auto box = toPixels(
        intersection(toRect(placement.target), {0, 0, double(out.width), double(out.height)}));
    drawFrame(out, box, colour, width);
    const TextStyle style{width * 6.0, kPanel, Weight::kBold};
    const std::string name = std::to_string(placement.image + 1);
    const int tag = static_cast<int>(style.height * 1.9);
    fillRect(out, {box.left, box.top, tag, tag}, colour);
    drawText(out, name, box.left + (tag - textWidth(name, style)) / 2,
             box.top + (tag + style.height) / 2, style);
  }
  return out;
}

}  // namespace mia::imaging

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/draw.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

#include "imaging/mat.h"
#include "imaging/palette.h"

namespace mia::imaging {
namespace {

constexpr int kShift = 4;  // OpenCV's fixed point: sixteenths of a px

cv::Point fixedPoint(Point point) {
  // OpenCV's whole coordinates are pixel centres.
  return {static_cast<int>(std::lround((point.x - 0.5) * (1 << kShift))),
          static_cast<int>(std::lround((point.y - 0.5) * (1 << kShift)))};
}

cv::Scalar scalar(Colour colour) { return cv::Scalar(colour.red, colour.green, colour.blue); }

}  // namespace

void drawLines(Picture& picture, std::span<const Point> points, Colour colour, int width) {
  cv::Mat mat = asMat(picture);
  for (std::size_t i = 1; i < points.size(); ++i) {
    cv::line(mat, fixedPoint(points[i - 1]), fixedPoint(points[i]), scalar(colour), width,
             cv::LINE_AA, kShift);
  }
}

void drawFrame(Picture& picture, const layout::PixelRect& r, Colour colour, int width) {
  fillRect(picture, {r.left, r.top, r.width, width}, colour);
  fillRect(picture, {r.left, r.top + r.height - width, r.width, width}, colour);
  fillRect(picture, {r.left, r.top, width, r.height}, colour);
  fillRect(picture, {r.left + r.width - width, r.top, width, r.height}, colour);
}

void fillRound(Picture& picture, const layout::PixelRect& r, double radius, Colour colour) {
  for (int y = std::max(0, r.top); y < std::min(r.top + r.height, picture.height); ++y) {
    for (int x = std::max(0, r.left); x < std::min(r.left + r.width, picture.width); ++x) {
      const double dx =
          std::max({r.left + radius - (x + 0.5), x + 0.5 - (r.left + r.width - radius), 0.0});
      const double dy =
          std::max({r.top + radius - (y + 0.5), y + 0.5 - (r.top + r.height - radius), 0.0});
      const double inside = std::clamp(radius - std::hypot(dx, dy) + 0.5, 0.0, 1.0);
      std::uint8_t* p = picture.pixel(x, y);
      const Colour blended = mixed({p[0], p[1], p[2]}, colour, inside);
      p[0] = blended.red;
      p[1] = blended.green;
      p[2] = blended.blue;
    }
  }
}

void hatch(Picture& picture, const layout::PixelRect& r, Colour colour) {
  constexpr int kPeriod = 6;
  for (int y = std::max(0, r.top); y < std::min(r.top + r.height, picture.height); ++y) {
    for (int x = std::max(0, r.left); x < std::min(r.left + r.width, picture.width); ++x) {
      if ((x + y) % kPeriod >= 2) continue;
      std::uint8_t* p = picture.pixel(x, y);
      p[0] = colour.red;
      p[1] = colour.green;
      p[2] = colour.blue;
    }
  }
}

void drawVerdict(Picture& picture, Point at, double size, bool right) {
  const auto point = [&](double x, double y) { return Point{at.x + x * size, at.y + y * size}; };
  if (right) {
    const Point tick[] = {point(0.1, 0.55), point(0.4, 0.85), point(0.9, 0.15)};
    drawLines(picture, tick, kGood, 2);
  } else {
    const Point down[] = {point(0.15, 0.15), point(0.85, 0.85)};
    const Point up[] = {point(0.15, 0.85), point(0.85, 0.15)};
    drawLines(picture, down, kBad, 2);
    drawLines(picture, up, kBad, 2);
  }
}

}  // namespace mia::imaging

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/heat_lines.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mia::ui {

namespace {

constexpr float kFar = std::numeric_limits<float>::max();
constexpr float kDark = 170 / 255.f;  // opacity of the edges
constexpr int kBlock = 16;            // px

/// `ink` over a pixel, with an opacity of 0 … 1.
QRgb mixed(QRgb pixel, QRgb ink, float opacity) {
  const int share = static_cast<int>(opacity * 256);
  const auto channel = [share](int from, int to) { return from + ((to - from) * share >> 8); };
  return qRgb(channel(qRed(pixel), qRed(ink)), channel(qGreen(pixel), qGreen(ink)),
              channel(qBlue(pixel), qBlue(ink)));
}

}  // namespace

HeatLines::HeatLines(const QVector<HeatContour>& contours, const HeatLook& look,
                     const QTransform& toPicture, int width, double ratio)
    : width_(width), half_(static_cast<float>(ratio)) {
  for (const HeatContour& contour : contours) {
    const auto line = static_cast<std::uint8_t>(colours_.size());
    colours_.push_back(heatColour(contour.value, look).rgb());
    for (const QPolygonF& points : contour.path.toSubpathPolygons(toPicture)) {
      for (qsizetype i = 0; i + 1 < points.size(); ++i) {
        const QPointF from = points[i], way = points[i + 1] - from;
        const double square = QPointF::dotProduct(way, way);
        if (square == 0) continue;
        segments_.push_back({static_cast<float>(from.x()), static_cast<float>(from.y()),
                             static_cast<float>(way.x()), static_cast<float>(way.y()),
                             static_cast<float>(1 / square), line});
      }
    }
  }
}

/// Brings the distances of the pixels around a segment down to those from it.
void HeatLines::reach(const Segment& segment, int top, int rows) {
  const float far = 2 * half_ + 0.5f;
  const float left = segment.x + std::min(segment.acrossX, 0.f);
  const float right = segment.x + std::max(segment.acrossX, 0.f);
  const float upper = segment.y + std::min(segment.acrossY, 0.f);
  const float lower = segment.y + std::max(segment.acrossY, 0.f);
  // Compared as they are: what lies far outside has no whole number.
  const float origin = static_cast<float>(top), end = static_cast<float>(rows - 1);
  const float firstRow = std::max(0.f, std::floor(upper - far) - origin);
  const float lastRow = std::min(end, std::ceil(lower + far) - origin);
  if (!(firstRow <= lastRow)) return;
  const int blocks = (width_ + kBlock - 1) / kBlock;
  // In a row no pixel is near but around the place where the line passes.
  const bool level = segment.acrossY == 0;
  const float slope = level ? 0 : segment.acrossX / segment.acrossY;
  const float around = level ? right - left + far : far * std::sqrt(1 + slope * slope);
  for (int row = static_cast<int>(firstRow); row <= static_cast<int>(lastRow); ++row) {
    const float y = static_cast<float>(top + row) + 0.5f - segment.y;
    const float middle = segment.x + y * slope;
    const float from = std::max({0.f, left - far, middle - around});
    const float to = std::min({static_cast<float>(width_ - 1), right + far, middle + around});
    if (!(from <= to)) continue;
    const int first = static_cast<int>(from), last = static_cast<int>(to);
    float* squares = squares_.data() + row * width_;
    std::uint8_t* nearest = nearest_.data() + row * width_;
    for (int x = first; x <= last; ++x) {
      const float fromX = static_cast<float>(x) + 0.5f - segment.x;
      const float along =
          std::clamp((fromX * segment.acrossX + y * segment.acrossY) * segment.perSquare, 0.f, 1.f);
      const float asideX = fromX - along * segment.acrossX, asideY = y - along * segment.acrossY;
      const float square = asideX * asideX + asideY * asideY;
      if (square < squares[x]) {
        squares[x] = square;
        nearest[x] = segment.line;
      }
    }
    std::uint8_t* touched = blocks_.data() + row * blocks;
    std::fill(touched + first / kBlock, touched + last / kBlock + 1, 1);
  }
}

QRgb HeatLines::inked(QRgb pixel, float square, std::uint8_t line) const {
  const float distance = std::sqrt(square);
  const float dark = std::clamp(2 * half_ + 0.5f - distance, 0.f, 1.f);
  if (dark <= 0) return pixel;
  const float bright = std::clamp(half_ + 0.5f - distance, 0.f, 1.f);
  return mixed(mixed(pixel, qRgb(0, 0, 0), dark * kDark), colours_[line], bright);
}

void HeatLines::paint(int top, QImage& rows) {
  const int count = rows.height();
  const int blocks = (width_ + kBlock - 1) / kBlock;
  squares_.resize(static_cast<std::size_t>(count) * width_, kFar);
  nearest_.resize(squares_.size());
  blocks_.resize(static_cast<std::size_t>(count) * blocks);
  for (const Segment& segment : segments_) reach(segment, top, count);
  for (int row = 0; row < count; ++row) {
    auto* pixels = reinterpret_cast<QRgb*>(rows.scanLine(row));
    float* squares = squares_.data() + row * width_;
    const std::uint8_t* nearest = nearest_.data() + row * width_;
    for (int block = 0; block < blocks; ++block) {
      std::uint8_t& touched = blocks_[static_cast<std::size_t>(row * blocks + block)];
      if (!std::exchange(touched, 0)) continue;
      for (int x = block * kBlock; x < std::min(width_, (block + 1) * kBlock); ++x) {
        const float square = std::exchange(squares[x], kFar);
        if (square < kFar) pixels[x] = inked(pixels[x], square, nearest[x]);
      }
    }
  }
}

}  // namespace mia::ui

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "ui/widgets/heatmap.h"

namespace mia::ui {

/// Draws contours over the rows of a picture: each line in the colour of its value, between dark
/// edges that are seen on every photo. How far a pixel is from the nearest line decides its ink: a
/// painter's filled paths take several times as long.
class HeatLines {
 public:
  /// The map's patches fill `place`, px of a picture of this width; `ratio`: its px per logical px.
  HeatLines(const QVector<HeatContour>& contours, const HeatLook& look, const QTransform& toPicture,
            int width, double ratio);
  bool isEmpty() const { return segments_.empty(); }
  /// Over the picture's rows from `top` on, RGB32.
  void paint(int top, QImage& rows);

 private:
  struct Segment {
    float x, y, acrossX, acrossY;  ///< begin, and the way to the end
    float perSquare;               ///< 1 / the square of its length
    std::uint8_t line;
  };
  void reach(const Segment& segment, int top, int rows);
  QRgb inked(QRgb pixel, float square, std::uint8_t line) const;

  int width_;
  float half_;  ///< width of a coloured line, px; of the dark one twice that
  std::vector<Segment> segments_;
  std::vector<QRgb> colours_;
  std::vector<float> squares_;         ///< of the distance to the nearest line, for each pixel
  std::vector<std::uint8_t> nearest_;  ///< that line
  std::vector<std::uint8_t> blocks_;   ///< of pixels that a line comes near to
};

}  // namespace mia::ui

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/palette.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace mia::imaging {
namespace {

std::array<Colour, 256> infernoTable() {
  cv::Mat ramp(1, 256, CV_8UC1), colours;
  for (int i = 0; i < 256; ++i) ramp.at<std::uint8_t>(0, i) = static_cast<std::uint8_t>(i);
  cv::applyColorMap(ramp, colours, cv::COLORMAP_INFERNO);
  std::array<Colour, 256> table;
  for (int i = 0; i < 256; ++i) {
    const auto& bgr = colours.at<cv::Vec3b>(0, i);
    table[static_cast<std::size_t>(i)] = {bgr[2], bgr[1], bgr[0]};
  }
  return table;
}

}  // namespace

Colour seriesColour(int number) {
  static constexpr Colour kColours[] = {{0, 114, 178},   {213, 94, 0},  {0, 158, 115},
                                        {204, 121, 167}, {230, 159, 0}, {86, 180, 233},
                                        {148, 103, 40},  {96, 96, 104}};
  return kColours[static_cast<std::size_t>(number) % std::size(kColours)];
}

Colour inferno(double t) {
  static const std::array<Colour, 256> table = infernoTable();
  return table[static_cast<std::size_t>(std::lround(std::clamp(t, 0.0, 1.0) * 255))];
}

Colour mixed(Colour first, Colour second, double share) {
  const auto part = [share](int a, int b) {
    return static_cast<std::uint8_t>(std::lround(a + (b - a) * std::clamp(share, 0.0, 1.0)));
  };
  return {part(first.red, second.red), part(first.green, second.green),
          part(first.blue, second.blue)};
}

}  // namespace mia::imaging

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/colour_maps.h"

#include <cmath>
#include <cstdint>
#include <opencv2/imgproc.hpp>

namespace mia::curation {
namespace {

using ColourTable = std::array<Colour, 256>;

ColourTable sequential(cv::ColormapTypes type) {
  cv::Mat ramp(1, 256, CV_8UC1), coloured;
  for (int i = 0; i < 256; ++i) ramp.at<std::uint8_t>(0, i) = static_cast<std::uint8_t>(i);
  cv::applyColorMap(ramp, coloured, type);
  ColourTable table;
  for (int i = 0; i < 256; ++i) {
    const auto& bgr = coloured.at<cv::Vec3b>(0, i);
    table[static_cast<std::size_t>(i)] = {bgr[2], bgr[1], bgr[0]};
  }
  return table;
}

/// Both arms are equally light at equal distance from the middle (CIE L*: 95 there, 45 at the
/// ends), so that neither sign looks stronger.
ColourTable diverging() {
  constexpr float kMiddle[] = {95, 0, 0}, kLow[] = {45, 0, -52}, kHigh[] = {45, 42, 52};
  cv::Mat lab(1, 256, CV_32FC3), rgb;
  for (int i = 0; i < 256; ++i) {
    const float t = static_cast<float>(i) / 127.5f - 1;
    const float* end = t < 0 ? kLow : kHigh;
    auto& pixel = lab.at<cv::Vec3f>(0, i);
    for (int c = 0; c < 3; ++c) pixel[c] = kMiddle[c] + (end[c] - kMiddle[c]) * std::abs(t);
  }
  cv::cvtColor(lab, rgb, cv::COLOR_Lab2RGB);
  ColourTable table;
  const auto byte = [](float v) { return static_cast<std::uint8_t>(std::lround(255 * v)); };
  for (int i = 0; i < 256; ++i) {
    const auto& pixel = rgb.at<cv::Vec3f>(0, i);
    table[static_cast<std::size_t>(i)] = {byte(pixel[0]), byte(pixel[1]), byte(pixel[2])};
  }
  return table;
}

}  // namespace

const std::array<Colour, 256>& colourTable(ColourMap map) {
  static const ColourTable inferno = sequential(cv::COLORMAP_INFERNO);
  static const ColourTable magma = sequential(cv::COLORMAP_MAGMA);
  static const ColourTable viridis = sequential(cv::COLORMAP_VIRIDIS);
  static const ColourTable cividis = sequential(cv::COLORMAP_CIVIDIS);
  static const ColourTable difference = diverging();
  switch (map) {
    case ColourMap::kInferno: return inferno;
    case ColourMap::kMagma: return magma;
    case ColourMap::kViridis: return viridis;
    case ColourMap::kCividis: return cividis;
    case ColourMap::kDifference: return difference;
  }
  return inferno;
}

}  // namespace mia::curation

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/resize.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace mia::imaging {
namespace {

constexpr int kPrecisionBits = 32 - 8 - 2;

double bilinear(double x) { return std::max(0.0, 1.0 - std::abs(x)); }

double bicubic(double x) {
  constexpr double a = -0.5;
  x = std::abs(x);
  if (x < 1.0) return ((a + 2.0) * x - (a + 3.0)) * x * x + 1;
  if (x < 2.0) return (((x - 5) * x + 8) * x - 4) * a;
  return 0.0;
}

double sinc(double x) {
  if (x == 0.0) return 1.0;
  x *= std::numbers::pi;
  return std::sin(x) / x;
}

double lanczos(double x) { return -3.0 <= x && x < 3.0 ? sinc(x) * sinc(x / 3) : 0.0; }

struct Kernel {
  double (*weight)(double);
  double support;
};

Kernel kernelOf(layout::Filter filter) {
  switch (filter) {
    case layout::Filter::kBilinear: return {bilinear, 1.0};
    case layout::Filter::kBicubic: return {bicubic, 2.0};
    case layout::Filter::kLanczos: return {lanczos, 3.0};
  }
  throw Error(ErrorKind::kInternal, "A resampling filter has no kernel");
}

/// For every output position the first input position and its fixed-point weights.
struct Weights {
  std::size_t width = 0;            ///< weights kept per output position
  std::vector<int> first;           ///< [out]
  std::vector<int> count;           ///< [out]
  std::vector<std::int32_t> fixed;  ///< [out][width]
};

std::int32_t toFixed(double weight) {
  return static_cast<std::int32_t>(weight * (1 << kPrecisionBits) + (weight < 0 ? -0.5 : 0.5));
}

Weights weightsFor(int in, int out, const Kernel& kernel) {
  const double scale = double(in) / out;
  const double filterScale = std::max(scale, 1.0);
  const double support = kernel.support * filterScale;
  Weights weights;
  weights.width = static_cast<std::size_t>(std::ceil(support)) * 2 + 1;
  weights.fixed.assign(weights.width * static_cast<std::size_t>(out), 0);
  std::vector<double> row(weights.width);
  for (int i = 0; i < out; ++i) {
    const double centre = (i + 0.5) * scale;
    const int first = std::max(static_cast<int>(centre - support + 0.5), 0);
    const int count = std::min(static_cast<int>(centre + support + 0.5), in) - first;
    double sum = 0.0;
    for (int j = 0; j < count; ++j) {
      const double weight = kernel.weight((j + first - centre + 0.5) * (1.0 / filterScale));
      row[static_cast<std::size_t>(j)] = weight;
      sum += weight;
    }
    auto* fixed = weights.fixed.data() + weights.width * static_cast<std::size_t>(i);
    for (int j = 0; j < count; ++j) {
      const double weight = row[static_cast<std::size_t>(j)];
      fixed[j] = toFixed(sum != 0.0 ? weight / sum : weight);
    }
    weights.first.push_back(first);
    weights.count.push_back(count);
  }
  return weights;
}

std::uint8_t toByte(std::int32_t sum) {
  return static_cast<std::uint8_t>(std::clamp(sum >> kPrecisionBits, 0, 255));
}

Picture resizeRows(const Picture& picture, int width, const Kernel& kernel) {
  const Weights weights = weightsFor(picture.width, width, kernel);
  Picture out(width, picture.height);
  for (int y = 0; y < picture.height; ++y) {
    std::uint8_t* to = out.pixel(0, y);
    for (int x = 0; x < width; ++x, to += 3) {
      const auto i = static_cast<std::size_t>(x);
      const std::uint8_t* from = picture.pixel(weights.first[i], y);
      const std::int32_t* fixed = weights.fixed.data() + weights.width * i;
      std::int32_t red = 1 << (kPrecisionBits - 1), green = red, blue = red;
      for (int j = 0; j < weights.count[i]; ++j, from += 3) {
        red += from[0] * fixed[j];
        green += from[1] * fixed[j];
        blue += from[2] * fixed[j];
      }
      to[0] = toByte(red);
      to[1] = toByte(green);
      to[2] = toByte(blue);
    }
  }
  return out;
}

Picture resizeColumns(const Picture& picture, int height, const Kernel& kernel) {
  const Weights weights = weightsFor(picture.height, height, kernel);
  Picture out(picture.width, height);
  const auto stride = static_cast<std::size_t>(picture.width) * 3;
  std::vector<std::int32_t> sums(stride);
  for (int y = 0; y < height; ++y) {
    const auto i = static_cast<std::size_t>(y);
    std::fill(sums.begin(), sums.end(), 1 << (kPrecisionBits - 1));
    for (int j = 0; j < weights.count[i]; ++j) {
      const std::int32_t weight = weights.fixed[weights.width * i + static_cast<std::size_t>(j)];
      const std::uint8_t* from = picture.pixel(0, weights.first[i] + j);
      for (std::size_t x = 0; x < stride; ++x) sums[x] += from[x] * weight;
    }
    std::transform(sums.begin(), sums.end(), out.pixel(0, y), toByte);
  }
  return out;
}

}  // namespace

Picture resize(const Picture& picture, int width, int height, layout::Filter filter) {
  if (picture.empty() || width < 1 || height < 1) {
    throw Error(ErrorKind::kUsage, "A picture cannot be resized from or to nothing");
  }
  const Kernel kernel = kernelOf(filter);
  if (width == picture.width && height == picture.height) return picture;
  if (width == picture.width) return resizeColumns(picture, height, kernel);
  if (height == picture.height) return resizeRows(picture, width, kernel);
  // Which pass comes first changes the rounding: Pillow 13 begins with the columns when the height
  // shrinks by more than twice what the width does.
  const int shrink = picture.height - height;
  if (shrink > 0 && shrink > 2 * (picture.width - width)) {
    return resizeRows(resizeColumns(picture, height, kernel), width, kernel);
  }
  return resizeColumns(resizeRows(picture, width, kernel), height, kernel);
}

Picture shrinkToFit(Picture picture, int edge) {
  const int longer = std::max(picture.width, picture.height);
  if (longer <= edge) return picture;
  const double scale = double(edge) / longer;
  const auto scaled = [&](int side) { return std::max(1, int(std::lround(side * scale))); };
  return resize(picture, scaled(picture.width), scaled(picture.height), layout::Filter::kBilinear);
}

}  // namespace mia::imaging

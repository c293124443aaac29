// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/resize.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

#include "imaging/resample.h"

namespace mia::imaging {
namespace {

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

/// A kernel's values, linear between kSteps of them per unit: off by less than a weight of 14 bits
/// can tell, without its sines.
class KernelTable {
 public:
  explicit KernelTable(const Kernel& kernel) {
    const int count = static_cast<int>(kernel.support * kSteps);
    for (int i = 0; i < count; ++i) values_.push_back(kernel.weight(double(i) / kSteps));
    values_.insert(values_.end(), 2, 0.0);
  }
  double operator()(double x) const {
    const double at = std::min(std::abs(x) * kSteps, double(values_.size() - 2));
    const auto i = static_cast<std::size_t>(at);
    return values_[i] + (values_[i + 1] - values_[i]) * (at - double(i));
  }

 private:
  static constexpr int kSteps = 512;
  std::vector<double> values_;
};

const KernelTable& kernelTableOf(layout::Filter filter) {
  using layout::Filter;
  static const KernelTable tables[] = {KernelTable(kernelOf(Filter::kBilinear)),
                                       KernelTable(kernelOf(Filter::kBicubic)),
                                       KernelTable(kernelOf(Filter::kLanczos))};
  return tables[static_cast<std::size_t>(filter)];
}

std::int32_t toFixed(double weight) {
  return static_cast<std::int32_t>(weight * (1 << kWeightBits) + (weight < 0 ? -0.5 : 0.5));
}

// `out` positions over the inputs [start, start + extent) of `in`.
template <class Weight>
Taps tapsFor(int in, double start, double extent, int out, double kernelSupport, Weight&& weigh) {
  const double scale = extent / out;
  const double filterScale = std::max(scale, 1.0);
  const double support = kernelSupport * filterScale;
  Taps taps;
  taps.stride = (static_cast<std::size_t>(std::ceil(support)) * 2 + 1 + 3) / 4 * 4;
  taps.fixed.assign(taps.stride * static_cast<std::size_t>(out), 0);
  std::vector<double> row(taps.stride);
  for (int i = 0; i < out; ++i) {
    const double centre = start + (i + 0.5) * scale;
    const int first = std::clamp(static_cast<int>(centre - support + 0.5), 0, in - 1);
    const int count = std::clamp(static_cast<int>(centre + support + 0.5), first + 1, in) - first;
    double sum = 0.0;
    for (int j = 0; j < count; ++j) {
      const double weight = weigh((j + first - centre + 0.5) * (1.0 / filterScale));
      row[static_cast<std::size_t>(j)] = weight;
      sum += weight;
    }
    auto* fixed = taps.fixed.data() + taps.stride * static_cast<std::size_t>(i);
    for (int j = 0; j < count; ++j) {
      const double weight = row[static_cast<std::size_t>(j)];
      fixed[j] = toFixed(sum != 0.0 ? weight / sum : weight);
    }
    taps.first.push_back(first);
    taps.count.push_back(count);
  }
  return taps;
}

void resampleRow(const std::uint8_t* row, const Taps& taps, std::uint8_t* to) {
  for (std::size_t x = 0; x < taps.size(); ++x, to += 3) {
    const std::uint8_t* from = row + 3 * static_cast<std::size_t>(taps.first[x]);
    const std::int32_t* fixed = taps.of(x);
    std::int32_t red = 1 << (kWeightBits - 1), green = red, blue = red;
    for (int j = 0; j < taps.count[x]; ++j, from += 3) {
      red += from[0] * fixed[j];
      green += from[1] * fixed[j];
      blue += from[2] * fixed[j];
    }
    to[0] = toByte(red);
    to[1] = toByte(green);
    to[2] = toByte(blue);
  }
}

/// How the work is done.
struct Manner {
  bool fast = canResampleFast();  ///< by the processor's wide instructions
  Precision precision = Precision::kExact;
};

void resizeRows(const Picture& picture, const Taps& taps, Manner manner, Surface out) {
  const int done = manner.fast ? resampleRowsFast(picture, taps, manner.precision, out) : 0;
  for (int y = done; y < picture.height; ++y) resampleRow(picture.pixel(0, y), taps, out.row(y));
}

void resizeColumns(const Picture& picture, const Taps& taps, Manner manner, Surface out) {
  const auto stride = static_cast<std::size_t>(picture.width) * 3;
  const std::size_t begin =
      manner.fast ? resampleColumnsFast(picture, taps, manner.precision, out) : 0;
  std::vector<std::int32_t> sums(stride - begin);
  for (std::size_t y = 0; y < taps.size(); ++y) {
    std::fill(sums.begin(), sums.end(), 1 << (kWeightBits - 1));
    for (int j = 0; j < taps.count[y]; ++j) {
      const std::int32_t weight = taps.of(y)[j];
      const std::uint8_t* from = picture.pixel(0, taps.first[y] + j) + begin;
      for (std::size_t x = 0; x < sums.size(); ++x) sums[x] += from[x] * weight;
    }
    std::transform(sums.begin(), sums.end(), out.row(static_cast<int>(y)) + begin, toByte);
  }
}

// What stands between the two passes; kept, because fresh memory costs more than the arithmetic.
Picture& between(int width, int height) {
  thread_local Picture kept;
  kept.width = width;
  kept.height = height;
  const std::size_t bytes = std::size_t(width) * std::size_t(height) * 3;
  if (kept.rgb.size() < bytes) kept.rgb.resize(bytes);
  return kept;
}

void copyRows(const Picture& picture, Surface out) {
  for (int y = 0; y < picture.height; ++y) {
    std::memcpy(out.row(y), picture.pixel(0, y), static_cast<std::size_t>(picture.width) * 3);
  }
}

void resizeWith(const Picture& picture, const layout::Rect& part, layout::Size size,
                layout::Filter filter, Manner manner, Surface out) {
  const bool keepsWidth = size.width == picture.width && part.left == 0 && part.right == size.width;
  const bool keepsHeight =
      size.height == picture.height && part.top == 0 && part.bottom == size.height;
  if (keepsWidth && keepsHeight) return copyRows(picture, out);
  const auto taps = [&](bool keeps, int in, double from, double to, int count) {
    if (keeps) return Taps{};
    const Kernel kernel = kernelOf(filter);
    if (manner.precision == Precision::kExact) {
      return tapsFor(in, from, to - from, count, kernel.support, kernel.weight);
    }
    return tapsFor(in, from, to - from, count, kernel.support, kernelTableOf(filter));
  };
  const Taps across = taps(keepsWidth, picture.width, part.left, part.right, size.width);
  const Taps down = taps(keepsHeight, picture.height, part.top, part.bottom, size.height);
  if (keepsWidth) return resizeColumns(picture, down, manner, out);
  if (keepsHeight) return resizeRows(picture, across, manner, out);
  // Which pass comes first changes the rounding: Pillow 13 begins with the columns when the height
  // shrinks by more than twice what the width does.
  const int shrink = picture.height - size.height;
  if (shrink > 0 && shrink > 2 * (picture.width - size.width)) {
    Picture& middle = between(picture.width, size.height);
    resizeColumns(picture, down, manner, surfaceOf(middle));
    return resizeRows(middle, across, manner, out);
  }
  Picture& middle = between(size.width, picture.height);
  resizeRows(picture, across, manner, surfaceOf(middle));
  resizeColumns(middle, down, manner, out);
}

void requireSize(const Picture& picture, int width, int height) {
  if (picture.empty() || width < 1 || height < 1) {
    throw Error(ErrorKind::kUsage, "A picture cannot be resized from or to nothing");
  }
}

layout::Rect wholeOf(const Picture& picture) {
  return {0, 0, double(picture.width), double(picture.height)};
}

Picture resizeAll(const Picture& picture, int width, int height, layout::Filter filter,
                  Manner manner) {
  requireSize(picture, width, height);
  Picture out(width, height);
  resizeWith(picture, wholeOf(picture), {width, height}, filter, manner, surfaceOf(out));
  return out;
}

}  // namespace

Picture resize(const Picture& picture, int width, int height, layout::Filter filter) {
  return resizeAll(picture, width, height, filter, {});
}

Picture resizePlainly(const Picture& picture, int width, int height, layout::Filter filter) {
  return resizeAll(picture, width, height, filter, {.fast = false});
}

void resizeOnto(Picture& target, const layout::PixelRect& place, const Picture& picture,
                const layout::Rect& part, layout::Filter filter) {
  requireSize(picture, place.width, place.height);
  const layout::Rect inside = intersection(part, wholeOf(picture));
  if (inside.empty()) throw Error(ErrorKind::kUsage, "The part to resize is not in the picture");
  const layout::Size size{place.width, place.height};
  const Manner manner{.precision = Precision::kFast};
  if (place.left >= 0 && place.top >= 0 && place.left + place.width <= target.width &&
      place.top + place.height <= target.height) {
    const Surface out{target.pixel(place.left, place.top),
                      static_cast<std::size_t>(target.width) * 3};
    return resizeWith(picture, inside, size, filter, manner, out);
  }
  Picture out(place.width, place.height);
  resizeWith(picture, inside, size, filter, manner, surfaceOf(out));
  paste(target, out, place.left, place.top);
}

Picture shrinkToFit(Picture picture, int edge) {
  const int longer = std::max(picture.width, picture.height);
  if (longer <= edge) return picture;
  const double scale = double(edge) / longer;
  const auto scaled = [&](int side) { return std::max(1, int(std::lround(side * scale))); };
  return resize(picture, scaled(picture.width), scaled(picture.height), layout::Filter::kBilinear);
}

}  // namespace mia::imaging

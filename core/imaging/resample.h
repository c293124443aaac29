// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "imaging/picture.h"

namespace mia::imaging {

/// Bits behind the point of a weight; as in Pillow's Resample.c.
inline constexpr int kWeightBits = 32 - 8 - 2;

/// For every position of one output axis its inputs and their fixed-point weights.
struct Taps {
  std::size_t stride = 0;  ///< weights kept per position, a multiple of 4; unused ones are 0
  std::vector<int> first;  ///< [out] the first input
  std::vector<int> count;  ///< [out] inputs from there, at least 1
  std::vector<std::int32_t> fixed;  ///< [out][stride]

  std::size_t size() const { return first.size(); }
  const std::int32_t* of(std::size_t position) const { return fixed.data() + stride * position; }
};

inline std::uint8_t toByte(std::int32_t sum) {
  return static_cast<std::uint8_t>(std::clamp(sum >> kWeightBits, 0, 255));
}

/// Where resampled pixels go: rows of `stride` bytes.
struct Surface {
  std::uint8_t* bytes = nullptr;
  std::size_t stride = 0;
  std::uint8_t* row(int y) const { return bytes + stride * static_cast<std::size_t>(y); }
};

inline Surface surfaceOf(Picture& picture) {
  return {picture.rgb.data(), static_cast<std::size_t>(picture.width) * 3};
}

enum class Precision {
  kExact,  ///< to the bit
  kFast    ///< weights of 14 bits, half the work: off by 1 of 255 at times
};

/// Whether the processor has what the two functions below are written for.
bool canResampleFast();

/// Fills rows [0, n) of `out`, as wide as `taps`, from those of `in`, and returns n: all but those
/// at the end whose reading would pass the end of the picture.
int resampleRowsFast(const Picture& in, const Taps& taps, Precision precision, Surface out);

/// Fills the bytes [0, n) of every row of `out`, as high as `taps`, and returns n: a multiple
/// of 32.
std::size_t resampleColumnsFast(const Picture& in, const Taps& taps, Precision precision,
                                Surface out);

}  // namespace mia::imaging

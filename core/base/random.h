// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace mia {

/// Seeded random numbers that are the same on every machine and compiler: the engine is
/// std::mt19937_64 (fixed by the standard), the distributions are ours (the standard's are not
/// fixed).
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  /// An independent stream for one purpose and index under one seed, so that the order in which
  /// things are drawn never changes what they are.
  static Random stream(std::uint64_t seed, std::string_view purpose, std::uint64_t index = 0);
  /// What bits() gives first of the stream of each index, many times as fast for many of them.
  static std::vector<std::uint64_t> firstBits(std::uint64_t seed, std::string_view purpose,
                                              std::span<const std::uint64_t> indices);

  std::uint64_t bits() { return engine_(); }
  /// Uniform in [0, n), without modulo bias; n > 0.
  std::uint64_t below(std::uint64_t n);
  /// Uniform in [0, 1) with 53 bits.
  double uniform() { return static_cast<double>(engine_() >> 11) * 0x1.0p-53; }
  double uniform(double low, double high) { return low + (high - low) * uniform(); }
  /// Standard normal (Box-Muller, one value per call).
  double normal();

  template <class T>
  void shuffle(std::vector<T>& values) {
    for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace mia

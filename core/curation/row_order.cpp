// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/row_order.h"

#include <array>
#include <bit>
#include <cmath>
#include <utility>

namespace mia::curation {

std::uint32_t keyOf(float figure, bool descending) {
  if (std::isnan(figure)) return kLastKey;
  // The bits of positive floats are in the order of their values; those of negative ones against.
  const auto bits = std::bit_cast<std::uint32_t>(figure);
  const std::uint32_t key = bits & 0x80000000u ? ~bits : bits | 0x80000000u;
  return descending ? ~key : key;
}

void sortRows(std::vector<std::uint32_t>& rows, const std::vector<std::uint32_t>& keys) {
  constexpr int kBits = 11, kPasses = 3;
  constexpr std::uint32_t kMask = (1u << kBits) - 1;
  std::vector<std::uint32_t> other(rows.size());
  for (int pass = 0; pass < kPasses; ++pass) {
    const int shift = pass * kBits;
    std::array<std::size_t, kMask + 1> ends{};
    for (const std::uint32_t row : rows) ++ends[keys[row] >> shift & kMask];
    std::size_t begin = 0;
    for (std::size_t& count : ends) begin += std::exchange(count, begin);
    for (const std::uint32_t row : rows) other[ends[keys[row] >> shift & kMask]++] = row;
    rows.swap(other);
  }
}

}  // namespace mia::curation

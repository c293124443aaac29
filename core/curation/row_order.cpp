// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/row_order.h"

#include <algorithm>
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

// Key and row side by side: every pass then reads in order, instead of a key here and there.
void sortRows(std::vector<std::uint32_t>& rows, const std::vector<std::uint32_t>& keys) {
  constexpr int kBits = 11, kPasses = 3;
  constexpr std::uint32_t kMask = (1u << kBits) - 1;
  std::vector<std::uint64_t> items, other(rows.size());
  items.reserve(rows.size());
  std::array<std::array<std::size_t, kMask + 1>, kPasses> counts{};
  for (const std::uint32_t row : rows) {
    const std::uint32_t key = keys[row];
    items.push_back(std::uint64_t{key} << 32 | row);
    for (int pass = 0; pass < kPasses; ++pass) {
      ++counts[static_cast<std::size_t>(pass)][key >> pass * kBits & kMask];
    }
  }
  for (int pass = 0; pass < kPasses; ++pass) {
    auto& ends = counts[static_cast<std::size_t>(pass)];
    if (std::find(ends.begin(), ends.end(), rows.size()) != ends.end()) continue;  // all the same
    std::size_t begin = 0;
    for (std::size_t& count : ends) begin += std::exchange(count, begin);
    const int shift = 32 + pass * kBits;
    for (const std::uint64_t item : items) other[ends[item >> shift & kMask]++] = item;
    items.swap(other);
  }
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = static_cast<std::uint32_t>(items[i]);
}

}  // namespace mia::curation

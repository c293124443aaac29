// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/row_order.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <span>
#include <utility>

#include "curation/in_parallel.h"

namespace mia::curation {

std::uint32_t keyOf(float figure, bool descending) {
  if (std::isnan(figure)) return kLastKey;
  // The bits of positive floats are in the order of their values; those of negative ones against.
  const auto bits = std::bit_cast<std::uint32_t>(figure);
  const std::uint32_t key = bits & 0x80000000u ? ~bits : bits | 0x80000000u;
  return descending ? ~key : key;
}

namespace {

using Item = std::uint64_t;  ///< a key above its row

/// By key, stable; `other` is as long as `items` and ends with anything in it.
void sortItems(std::span<Item> items, std::span<Item> other) {
  constexpr int kBits = 8, kPasses = 4;
  constexpr std::uint32_t kMask = (1u << kBits) - 1;
  std::array<std::array<std::size_t, kMask + 1>, kPasses> counts{};
  for (const Item item : items) {
    for (int pass = 0; pass < kPasses; ++pass) {
      ++counts[static_cast<std::size_t>(pass)][item >> (32 + pass * kBits) & kMask];
    }
  }
  std::span<Item> from = items, to = other;
  for (int pass = 0; pass < kPasses; ++pass) {
    auto& ends = counts[static_cast<std::size_t>(pass)];
    if (std::find(ends.begin(), ends.end(), items.size()) != ends.end()) continue;  // all the same
    std::size_t begin = 0;
    for (std::size_t& count : ends) begin += std::exchange(count, begin);
    const int shift = 32 + pass * kBits;
    for (const Item item : from) to[ends[item >> shift & kMask]++] = item;
    std::swap(from, to);
  }
  if (from.data() != items.data()) std::copy(from.begin(), from.end(), items.begin());
}

}  // namespace

// Key and row side by side: every pass then reads in order, instead of a key here and there.
void sortRows(std::vector<std::uint32_t>& rows, const std::vector<std::uint32_t>& keys) {
  constexpr std::size_t kWorthTwo = 50'000;
  std::vector<Item> items(rows.size()), other(rows.size());
  const std::size_t half = rows.size() < kWorthTwo ? rows.size() : rows.size() / 2;
  const auto part = [&](std::vector<Item>& all, std::size_t i) {
    return std::span(all).subspan(i == 0 ? 0 : half, i == 0 ? half : rows.size() - half);
  };
  inParallel(half < rows.size() ? 2 : 1, [&](std::size_t i) {
    for (std::size_t at = i == 0 ? 0 : half; at < (i == 0 ? half : rows.size()); ++at) {
      items[at] = Item{keys[rows[at]]} << 32 | rows[at];
    }
    sortItems(part(items, i), part(other, i));
  });
  const std::span<Item> first = part(items, 0), second = part(items, 1);
  std::merge(first.begin(), first.end(), second.begin(), second.end(), other.begin(),
             [](Item a, Item b) { return a >> 32 < b >> 32; });
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = static_cast<std::uint32_t>(other[i]);
}

}  // namespace mia::curation

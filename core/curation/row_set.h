// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace mia::curation {

/// A set of rows 0 .. size - 1, one bit each: a million are 125 kB.
class RowSet {
 public:
  explicit RowSet(std::size_t size = 0, bool all = false)
      : size_(size), words_((size + 63) / 64, all ? ~std::uint64_t{0} : 0) {
    if (all && size % 64 != 0) words_.back() = (std::uint64_t{1} << size % 64) - 1;
  }

  std::size_t size() const { return size_; }
  void add(std::size_t row) { words_[row / 64] |= std::uint64_t{1} << row % 64; }
  bool has(std::size_t row) const { return words_[row / 64] >> row % 64 & 1; }

  RowSet& operator&=(const RowSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  RowSet& operator|=(const RowSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  std::int64_t count() const {
    std::int64_t rows = 0;
    for (const std::uint64_t word : words_) rows += std::popcount(word);
    return rows;
  }
  /// How many rows are in both.
  std::int64_t countWith(const RowSet& other) const {
    std::int64_t rows = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      rows += std::popcount(words_[i] & other.words_[i]);
    }
    return rows;
  }

  /// Every row, ascending.
  template <class Take>
  void forEach(Take&& take) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        take(i * 64 + static_cast<std::size_t>(std::countr_zero(word)));
      }
    }
  }

 private:
  std::size_t size_;
  std::vector<std::uint64_t> words_;
};

}  // namespace mia::curation

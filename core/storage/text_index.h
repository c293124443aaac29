// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/statement.h"
#include "storage/text_gather.h"

namespace mia::storage {

/// What is searched in: an image's path, a conversation about an image, a sample's prompt with its
/// ground truth.
enum class TextKind { kImage, kQuestion, kSample };

/// The parts of a text that are compared: runs of letters and digits, ASCII in lower case.
std::vector<std::string> tokensOf(std::string_view text);

/// The parts of one word that was typed, at least one; the last may be the beginning of a longer
/// part of the text.
using SearchWord = std::vector<std::string>;

/// Finds rows by words. Rows that the index does not hold yet are read one by one, so that an
/// answer is always whole.
class TextIndexReader {
 public:
  explicit TextIndexReader(Database& database) : database_(database), gatherer_(database) {}

  /// The rows that hold this word, in no order, some perhaps twice. `take` returns false to end the
  /// search, and does not throw. A word without parts: no row.
  void find(TextKind kind, const SearchWord& word,
            const std::function<bool(std::int64_t id)>& take);

 private:
  void stepThrough(const std::string& index, const std::string& match,
                   const std::function<bool(std::int64_t id)>& take);

  Database& database_;
  TextGatherer gatherer_;
};

/// Brings the index up to date.
class TextIndexWriter {
 public:
  explicit TextIndexWriter(Database& database) : database_(database) {}

  struct State {
    std::int64_t indexed = 0;
    std::int64_t rows = 0;  ///< that there are to index
    bool isComplete() const { return indexed >= rows; }
  };
  State state();
  /// Indexes up to `rows` further rows. In a transaction of the caller's.
  void advance(std::int64_t rows);

 private:
  Database& database_;
};

}  // namespace mia::storage

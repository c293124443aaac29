// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mia::exchange {

/// Splits a file that holds one JSON array into its elements without holding the file, so that a
/// gigabyte needs a few megabytes. Elements are found by their brackets and quotes; whether one is
/// sound JSON is for its reader to tell. A comma behind the last element is let pass.
class JsonArrayStream {
 public:
  /// No element may be longer; one that is has lost its end.
  static constexpr std::size_t kLongestElement = 64u << 20;
  /// So many bytes behind `text` may be read (not used): what simdjson asks for.
  static constexpr std::size_t kPadding = 64;

  struct Element {
    std::string_view text;  ///< valid until the next call
    std::int64_t byte = 0;  ///< where it begins in the file
    std::int64_t row = 0;   ///< 0-based
  };
  /// Where and how the file is broken.
  struct Break {
    std::int64_t byte = 0;
    std::int64_t row = 0;  ///< the first row that could not be read
    std::string words;
  };

  /// Begins behind row `row` - 1, which ended at `byte`; 0, 0 begins at the beginning. Error
  /// kNotFound or kIo; kBadInput when the file does not begin as a list.
  explicit JsonArrayStream(const std::filesystem::path& file, std::int64_t byte = 0,
                           std::int64_t row = 0);
  ~JsonArrayStream();
  JsonArrayStream(const JsonArrayStream&) = delete;
  JsonArrayStream& operator=(const JsonArrayStream&) = delete;

  /// The next element; nothing at the end, or where the file is broken.
  std::optional<Element> next();
  const std::optional<Break>& broken() const { return broken_; }
  /// Where the last element ended, and how many there were up to there: to go on from later.
  std::int64_t byte() const { return doneByte_; }
  std::int64_t row() const { return row_; }

 private:
  std::int64_t offset() const { return base_ + static_cast<std::int64_t>(at_); }
  bool refill();
  /// The next byte that is no white space, not consumed; 0 at the end of the file.
  char peek();
  void begin();
  std::optional<Element> breakHere(std::int64_t byte, const std::string& words);
  bool findEnd();
  bool scanNested();
  bool scanString();
  bool scanScalar();

  std::filesystem::path file_;
  int descriptor_ = -1;
  std::vector<char> buffer_;
  std::size_t filled_ = 0;  ///< bytes of the file in the buffer
  std::size_t keep_ = 0;    ///< what lies before it is no longer needed
  std::size_t at_ = 0;      ///< scanned so far
  std::int64_t base_ = 0;   ///< where the buffer begins in the file
  std::int64_t row_ = 0;
  std::int64_t doneByte_ = 0;
  bool ended_ = false;
  std::optional<Break> broken_;
};

}  // namespace mia::exchange

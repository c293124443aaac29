// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/question.h"
#include "exchange/json_array_stream.h"

namespace mia::exchange {

/// A record of a LLaVA-instruct file, or why it cannot be used.
struct LlavaRecord {
  struct Problem {
    QuarantineReason reason = QuarantineReason::kMalformed;
    std::string words;
  };

  std::int64_t row = 0;   ///< 0-based
  std::int64_t byte = 0;  ///< where the record ends in the file
  std::string id;
  std::string image;        ///< as written, relative to an image root
  std::vector<Turn> turns;  ///< without image marks
  std::optional<Problem> problem;
};

/// Reads LLaVA-instruct JSON:
///   [{"id":…, "image":"a.jpg" or ["a.jpg"],
///     "conversations":[{"from":"human","value":"<image>\n…"},{"from":"gpt","value":"…"}, …]}, …]
/// `<image-placeholder>` means `<image>`, commas before a closing bracket are let pass. A record
/// that cannot be used is returned with its problem, never left out.
class LlavaInstructReader {
 public:
  /// Begins behind row `row` - 1, which ended at `byte`. Errors as JsonArrayStream.
  explicit LlavaInstructReader(const std::filesystem::path& file, std::int64_t byte = 0,
                               std::int64_t row = 0);
  ~LlavaInstructReader();

  /// The next record; nothing at the end, or where the file is broken.
  std::optional<LlavaRecord> next();
  const std::optional<JsonArrayStream::Break>& broken() const;

 private:
  struct Parser;

  JsonArrayStream stream_;
  std::unique_ptr<Parser> parser_;
  std::optional<JsonArrayStream::Break> broken_;
};

/// Takes the image marks out of a text, counts them in `marks`, and trims white space around it.
std::string withoutImageMarks(std::string_view text, int& marks);

}  // namespace mia::exchange

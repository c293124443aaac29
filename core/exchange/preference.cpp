// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/preference.h"

#include "base/error.h"

namespace mia::exchange {

std::size_t countImageMarks(std::string_view text) {
  constexpr std::string_view kMark = "<image>";
  std::size_t marks = 0;
  for (auto at = text.find(kMark); at != text.npos; at = text.find(kMark, at + kMark.size())) {
    ++marks;
  }
  return marks;
}

void check(const PreferenceRecord& record) {
  const auto requireThat = [&](bool holds, const std::string& words) {
    if (!holds) throw Error(ErrorKind::kBadInput, "The pair \"" + record.id + "\" " + words);
  };
  requireThat(!record.images.empty(), "has no image");
  const std::size_t marks = countImageMarks(record.prompt);
  requireThat(marks == record.images.size(), "has " + std::to_string(marks) + " image marks for " +
                                                 std::to_string(record.images.size()) + " images");
  requireThat(countImageMarks(record.chosen) + countImageMarks(record.rejected) == 0,
              "has an image mark in an answer");
  requireThat(!record.chosen.empty(), "has no chosen answer");
  requireThat(!record.rejected.empty(), "has no rejected answer");
  for (const std::string& image : record.images) requireThat(!image.empty(), "has an empty path");
}

}  // namespace mia::exchange

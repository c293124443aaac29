// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mia::exchange {

/// A preference pair as other programs take it, whichever format carries it.
struct PreferenceRecord {
  std::string id;
  std::vector<std::string> images;  ///< paths relative to a root that is given beside the file
  std::string prompt;               ///< with one "<image>" per image
  std::string chosen;
  std::string rejected;
  std::string groundTruth;
  bool operator==(const PreferenceRecord&) const = default;
};

/// Error kBadInput, naming the record, unless there is at least one image and one mark per image,
/// no mark in an answer, and no part is empty.
void check(const PreferenceRecord& record);

/// How often "<image>" stands in a text.
std::size_t countImageMarks(std::string_view text);

}  // namespace mia::exchange

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace mia::curation {

/// What a person wrote about a run; `notes.json` of its folder.
struct RunNotes {
  std::string name;  ///< "" while it has none
  std::string note;
  std::vector<std::string> tags;  ///< each once
  bool operator==(const RunNotes&) const = default;
};

/// Empty notes when there are none; Error kBadInput.
RunNotes readRunNotes(const std::filesystem::path& run);
void writeRunNotes(const std::filesystem::path& run, const RunNotes& notes);

/// "a, b ,a" as {"a", "b"}.
std::vector<std::string> tagsFromWords(const std::string& words);

/// The folder of a run that lies in this project or in its bin. Error kNotFound.
std::filesystem::path runFolder(const std::filesystem::path& project, const std::string& id);

/// Puts a run into the bin, `runs/.bin`, from where restoreRun() takes it back. Error kBusy while
/// an engine works on it, kNotFound.
void binRun(const std::filesystem::path& project, const std::string& id);
/// Error kNotFound when the bin does not hold it.
void restoreRun(const std::filesystem::path& project, const std::string& id);
/// The runs in the bin, by id.
std::vector<std::string> binnedRuns(const std::filesystem::path& project);

}  // namespace mia::curation

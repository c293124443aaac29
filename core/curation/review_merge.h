// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "base/progress.h"
#include "curation/project.h"

namespace mia::curation {

struct MergeSummary {
  std::int64_t entries = 0;    ///< in the other journal
  std::int64_t added = 0;      ///< taken over now
  std::int64_t known = 0;      ///< were here already, by their keys
  std::int64_t unmatched = 0;  ///< about an answer that this project does not have; left out
  std::int64_t disputed = 0;   ///< pairs of the newest selection on which reviews now disagree
};

/// Takes over the journal of another project, its folder or a file of writeJournal(), entry by
/// entry with key, time and reviewer: merging again adds nothing, the order of merges does not
/// matter, and nothing of either is lost. Answers are the same when the images (by content), the
/// recipe, the turn and the question are the same and the model gave the same text; ids may differ.
/// The other project is only read. Error kNotFound when there is neither, kBadInput when the file
/// is no whole journal, kUsage when it is this project; nothing is stored when it fails or is
/// stopped.
MergeSummary mergeJournal(Project& project, const std::filesystem::path& other,
                          const WorkContext& work = {});

}  // namespace mia::curation

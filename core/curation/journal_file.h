// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>

#include "base/progress.h"
#include "curation/project.h"
#include "domain/decision.h"
#include "storage/subjects.h"

namespace mia::curation {

/// A decision with what its subject holds: ids mean nothing elsewhere, Decision::subject is empty.
struct SentDecision {
  Decision decision;
  storage::SubjectContent about;
};

/// Writes the whole journal as a file that reviewers can send each other, to be taken over with
/// mergeJournal(). JSON lines in UTF-8: first {"mia_journal":1,"decisions":N}, then one object a
/// decision in the order they arrived: key, time (ms since 1970), reviewer, round, kind, batch,
/// undoes, before, after, and in "about" the sample's question and recipe (base64 of their hashes),
/// turn, images (content hashes), and the answer's run, arm, number, text and hash (16 hex digits).
/// The file appears when it is whole. How many decisions it holds; Errors kIo, kStopped.
std::int64_t writeJournal(Project& project, const std::filesystem::path& file,
                          const WorkContext& work = {});

/// Hands over what such a file holds, in its order. Error kBadInput, naming the line, for what is
/// no journal, and when the file ends before its last decision.
void readJournal(const std::filesystem::path& file,
                 const std::function<void(SentDecision&&, std::int64_t total)>& take);

}  // namespace mia::curation

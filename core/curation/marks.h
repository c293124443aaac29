// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "curation/browse_query.h"
#include "curation/project.h"

namespace mia::curation {

/// Puts a tag on images or samples, or takes it off; the ids that were otherwise before, so that it
/// can be taken back. Error kUsage for an empty tag or a shelf that has none.
std::vector<std::int64_t> setTag(Project& project, Shelf shelf, const std::string& tag,
                                 const std::vector<std::int64_t>& ids, bool on);

/// Leaves images or samples out of composing, generating and selecting, or takes them in again; the
/// ids that were otherwise before.
std::vector<std::int64_t> setExcluded(Project& project, Shelf shelf,
                                      const std::vector<std::int64_t>& ids, bool on);

/// Keeps a query under a name, in place of an earlier one.
void saveView(Project& project, const std::string& name, const BrowseQuery& query);
void removeView(Project& project, const std::string& name);

/// How much of the project's words the search's index holds.
struct TextIndexState {
  std::int64_t indexed = 0;
  std::int64_t rows = 0;
  bool isComplete() const { return indexed >= rows; }
};

/// Indexes up to `rows` further rows in a transaction of their own, so that other writers get their
/// turn between two calls. Searches are right before it is complete, but slower.
TextIndexState indexText(Project& project, std::int64_t rows);

}  // namespace mia::curation

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/marks.h"

#include "base/error.h"
#include "storage/marks.h"
#include "storage/memory.h"
#include "storage/text_index.h"

namespace mia::curation {
namespace {

/// Of the window's writing connection, which indexes beside all else and lives as long as it does.
constexpr int kStoreMebibytes = 16;

storage::Marked markedOn(Shelf shelf) {
  if (shelf == Shelf::kQuarantine) {
    throw Error(ErrorKind::kUsage, "Quarantined rows take no part, and carry no tags");
  }
  return shelf == Shelf::kImages ? storage::Marked::kImage : storage::Marked::kSample;
}

}  // namespace

std::vector<std::int64_t> setTag(Project& project, Shelf shelf, const std::string& tag,
                                 const std::vector<std::int64_t>& ids, bool on) {
  if (tag.empty()) throw Error(ErrorKind::kUsage, "A tag needs a name");
  const storage::Marked what = markedOn(shelf);
  storage::Transaction transaction(project.database());
  auto changed = storage::MarkWriter(project.database()).setTag(what, tag, ids, on);
  transaction.commit();
  return changed;
}

std::vector<std::int64_t> setExcluded(Project& project, Shelf shelf,
                                      const std::vector<std::int64_t>& ids, bool on) {
  const storage::Marked what = markedOn(shelf);
  storage::Transaction transaction(project.database());
  auto changed = storage::MarkWriter(project.database()).setExcluded(what, ids, on);
  transaction.commit();
  return changed;
}

void saveView(Project& project, const std::string& name, const BrowseQuery& query) {
  if (name.empty()) throw Error(ErrorKind::kUsage, "A view needs a name");
  storage::MarkWriter(project.database()).setView({name, toJson(query).dump()});
}

void removeView(Project& project, const std::string& name) {
  storage::MarkWriter(project.database()).removeView(name);
}

TextIndexState indexText(Project& project, std::int64_t rows) {
  storage::keepInMemory(project.database(), kStoreMebibytes);
  storage::TextIndexWriter writer(project.database());
  storage::TextIndexWriter::State state = writer.state();
  if (!state.isComplete()) {
    storage::Transaction transaction(project.database());
    writer.advance(rows);
    transaction.commit();
    state = writer.state();
  }
  return {state.indexed, state.rows};
}

}  // namespace mia::curation

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "curation/browse_query.h"
#include "curation/row_set.h"
#include "storage/gallery_columns.h"
#include "storage/text_index.h"

namespace mia::curation {

/// Error kStopped when it was asked for.
void checkStop(const std::stop_token& stop);

/// Finds a gallery's rows by words, and remembers what each word found: who types one word more
/// waits for that word alone.
class TextSearch {
 public:
  TextSearch(storage::Database& database, const storage::GalleryColumns& columns)
      : reader_(database), columns_(columns) {}

  /// The images or samples that hold every word of `text`; BrowseQuery::text says where. A text of
  /// signs alone is held by none. Error kStopped.
  RowSet rows(Shelf shelf, const std::string& text, const std::stop_token& stop);
  /// To be called when the columns have changed.
  void forget() { found_.clear(); }

 private:
  using Key = std::pair<Shelf, storage::SearchWord>;

  const RowSet& holding(Shelf shelf, const storage::SearchWord& word, const std::stop_token& stop);
  RowSet imagesWith(const storage::SearchWord& word, const std::stop_token& stop);
  RowSet samplesWith(const storage::SearchWord& word, const std::stop_token& stop);
  RowSet inTheir(storage::TextKind kind, const std::vector<std::int64_t>& ids,
                 const storage::SearchWord& word, const std::stop_token& stop);

  storage::TextIndexReader reader_;
  const storage::GalleryColumns& columns_;
  std::map<Key, RowSet> found_;
};

}  // namespace mia::curation

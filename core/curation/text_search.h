// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
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
  TextSearch(const std::filesystem::path& file, const storage::GalleryColumns& columns)
      : file_(file), columns_(columns) {}

  /// The images or samples that hold every word of `text`; BrowseQuery::text says where. A text of
  /// signs alone is held by none. Error kStopped.
  RowSet rows(Shelf shelf, const std::string& text, const std::stop_token& stop);
  /// To be called when the columns have changed.
  void forget() { found_.clear(); }

 private:
  using Key = std::pair<Shelf, storage::SearchWord>;

  /// A word's search on a connection of its own, so that words are looked up side by side.
  struct Lookup {
    explicit Lookup(const std::filesystem::path& file)
        : database(file, storage::Database::Open::kRead), reader(database) {}
    storage::Database database;
    storage::TextIndexReader reader;
  };

  void findAll(Shelf shelf, const std::vector<storage::SearchWord>& words,
               const std::stop_token& stop);
  RowSet imagesWith(Lookup& lookup, const storage::SearchWord& word,
                    const std::stop_token& stop) const;
  RowSet samplesWith(Lookup& lookup, const storage::SearchWord& word,
                     const std::stop_token& stop) const;

  std::filesystem::path file_;
  const storage::GalleryColumns& columns_;
  std::vector<std::unique_ptr<Lookup>> lookups_;
  std::map<Key, RowSet> found_;
};

}  // namespace mia::curation

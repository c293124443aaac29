// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "curation/browse_query.h"
#include "curation/row_set.h"
#include "storage/gallery_columns.h"
#include "storage/text_index.h"

namespace mia::curation {

/// Answers a gallery's queries from columns in memory: whatever the combination of filters and
/// order, a query is a few passes over a few bytes a row, and so are its counts.
class GalleryIndex {
 public:
  explicit GalleryIndex(storage::Database& database) : database_(database), loader_(database) {}

  /// Reads columns for at most this long; true when they are whole.
  bool prepare(std::chrono::milliseconds budget);
  /// The ids of what the query asks for, in its order. Reads the columns first where they are not
  /// whole. Error kStopped.
  std::vector<std::int64_t> find(const BrowseQuery& query, const std::stop_token& stop);
  FacetCounts counts(const BrowseQuery& query, const std::stop_token& stop);

 private:
  using Columns = storage::GalleryColumns;
  /// Every value of a facet with its rows.
  using Values = std::vector<std::pair<FacetChoice, RowSet>>;

  void update(const std::stop_token& stop);
  const std::vector<std::int64_t>& ids(Shelf shelf) const;
  const Columns::Marks& marks(Shelf shelf) const;
  RowSet all(Shelf shelf) const { return RowSet(ids(shelf).size(), true); }
  RowSet rowsOf(Shelf shelf, const std::vector<std::int64_t>& ids) const;

  const Values& values(Shelf shelf, Facet facet);
  Values build(Shelf shelf, Facet facet) const;
  Values statuses(Shelf shelf) const;
  Values sourcesOfImages() const;
  RowSet chosen(const BrowseQuery& query, Facet facet);

  RowSet narrowed(const BrowseQuery& query, const std::stop_token& stop);
  RowSet withText(const BrowseQuery& query, const std::stop_token& stop);
  RowSet found(Shelf shelf, storage::TextKind kind, const std::vector<storage::SearchWord>& words,
               const std::stop_token& stop);
  RowSet samplesWith(const std::vector<storage::SearchWord>& words, const std::stop_token& stop);
  RowSet imagesWith(const storage::SearchWord& word, const std::stop_token& stop);
  RowSet usersOf(ImageId image);

  /// Which answers the query asks for; nothing when it does not ask for answers.
  std::optional<RowSet> wantedAnswers(const BrowseQuery& query, std::optional<Facet> without);
  RowSet samplesOf(const RowSet& answers) const;
  void countAnswers(const BrowseQuery& query, Facet facet, const RowSet& rows,
                    std::vector<FacetChoice>& choices);

  std::vector<std::uint32_t> sortKeys(const BrowseQuery& query);
  std::vector<std::uint32_t> answerKeys(const BrowseQuery& query);

  storage::Database& database_;
  storage::GalleryLoader loader_;
  /// Kept while the columns stay the same.
  std::map<std::pair<Shelf, Facet>, Values> values_;
  std::optional<std::pair<std::pair<Shelf, std::string>, RowSet>> text_;
  std::int64_t version_ = -1;
};

}  // namespace mia::curation

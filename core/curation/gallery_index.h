// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <stop_token>
#include <vector>

#include "curation/browse_query.h"
#include "curation/gallery_values.h"
#include "curation/row_set.h"
#include "curation/text_search.h"
#include "storage/gallery_columns.h"

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
  void update(const std::stop_token& stop);
  const FacetValues& values(Shelf shelf, Facet facet);
  RowSet chosen(const BrowseQuery& query, Facet facet);
  RowSet narrowed(const BrowseQuery& query, const std::stop_token& stop);
  RowSet usersOf(ImageId image);

  /// Which answers the query asks for; nothing when it does not ask for answers.
  std::optional<RowSet> wantedAnswers(const BrowseQuery& query, std::optional<Facet> without);
  void countAnswers(const BrowseQuery& query, Facet facet, const RowSet& rows,
                    std::vector<FacetChoice>& choices);

  std::vector<std::uint32_t> sortKeys(const BrowseQuery& query);
  std::vector<std::uint32_t> answerKeys(const BrowseQuery& query);

  storage::Database& database_;
  storage::GalleryLoader loader_;
  TextSearch text_{database_.file(), loader_.columns()};
  /// Kept while the columns stay the same.
  std::map<std::pair<Shelf, Facet>, FacetValues> values_;
  std::int64_t version_ = -1;
};

}  // namespace mia::curation

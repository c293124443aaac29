// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/json.h"
#include "domain/ids.h"

namespace mia::curation {

/// What a gallery lists.
enum class Shelf { kImages, kSamples, kQuarantine };

/// What a gallery can be narrowed by: each is a set of values, any of which will do.
///   kStatus    images: "used", "unused", "alike", "excluded", "tagged";
///              samples: "answered", "unanswered", "pair", "no-pair", "excluded", "tagged"
///   kSource    id of a source file
///   kLayout, kSplit, kReason   as the domain names them
///   kImageCount, kRun, kModel (its folder), kTag   as they are
enum class Facet { kStatus, kSource, kLayout, kSplit, kImageCount, kModel, kRun, kReason, kTag };

/// Figures of a model's answers. Share and edit distance are those of the newest selection.
enum class Score { kShare, kPerplexity, kLength, kEditDistance };

/// Both ends belong to it.
struct Range {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool operator==(const Range&) const = default;
};

/// What a gallery is ordered by. Rows without the figure come last; rows that are equal stay in the
/// order they were added. Of a sample's answers the lowest counts, descending the highest.
enum class SortKey {
  kAdded,
  kName,        ///< images: the file's
  kPixels,      ///< images
  kQuestions,   ///< images: how many are asked about it
  kUses,        ///< images: how many samples use it
  kAlike,       ///< images: those that look alike together
  kImageCount,  ///< samples
  kShare,       ///< this and below: of a sample's answers
  kPerplexity,
  kLength,
  kEditDistance
};

/// What to list; the empty query lists everything, in the order it was added. Answers of models
/// are narrowed together: one and the same answer must be of a wanted run and model and within
/// every range.
struct BrowseQuery {
  Shelf shelf = Shelf::kImages;
  std::string text = {};  ///< every word must begin a word of the questions and answers or of the
                          ///< photo's path (of a sample: of its target's)
  ImageId uses = {};      ///< samples only: those that use this image
  std::map<Facet, std::set<std::string>> choices = {};
  std::map<Score, Range> ranges = {};
  SortKey sort = SortKey::kAdded;
  bool descending = false;

  bool operator==(const BrowseQuery&) const = default;
  /// Whether anything is left out.
  bool narrows() const { return !text.empty() || uses || !choices.empty() || !ranges.empty(); }
};

/// What a shelf can be narrowed and ordered by.
const std::vector<Facet>& facetsOf(Shelf shelf);
const std::vector<Score>& scoresOf(Shelf shelf);
const std::vector<SortKey>& sortKeysOf(Shelf shelf);

/// One value of a facet: what would be listed if it were the only one chosen, the rest of the query
/// unchanged.
struct FacetChoice {
  std::string value;
  std::string label;  ///< a source's file, a run's model; else as `value`
  std::int64_t rows = 0;
  bool operator==(const FacetChoice&) const = default;
};
using FacetCounts = std::map<Facet, std::vector<FacetChoice>>;

/// For saved views. Reading leaves out what it does not know: a view of a newer program shows what
/// it can.
Json toJson(const BrowseQuery& query);
BrowseQuery browseQueryFromJson(const Json& json);

}  // namespace mia::curation

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/layout_recipe.h"
#include "domain/pair.h"
#include "domain/selection.h"
#include "storage/statement.h"

namespace mia::storage {

/// Which pairs of a selection; an empty field does not narrow.
struct PairFilter {
  SelectionId selection;
  std::optional<PairStatus> status = {};
  std::optional<std::string> rule = {};
  std::optional<LayoutKind> layout = {};
};

/// How many pairs of a selection ended alike.
struct PairCount {
  LayoutKind layout = LayoutKind::kSingle;
  PairStatus status = PairStatus::kSelected;
  std::string rule;
  std::int64_t pairs = 0;
};

/// A pair or near miss with where it belongs and without its words; texts are valid during the call
/// that hands it over.
struct JudgedAnswer {
  PairId id;
  SampleId sample;
  CandidateId candidate;
  LayoutKind layout = LayoutKind::kSingle;
  int images = 1;
  PairStatus status = PairStatus::kSelected;
  std::string_view rule;
  std::string_view chosen;
  std::string_view rejected;
  double share = 0;
  double threshold = 0;
  double perplexity = 0;
  double lengthRatio = 0;
  double editDistance = 0;
};

/// Reads selections and their pairs.
class SelectionReader {
 public:
  explicit SelectionReader(Database& database) : database_(database) {}

  std::vector<Selection> all();  ///< oldest first
  /// The newest selection, if there is any.
  std::optional<Selection> latest();
  /// Error kNotFound when there is none.
  Selection get(SelectionId id);

  /// The runs whose answers a selection judged, by id.
  std::vector<std::string> runsOf(SelectionId selection);

  Pair pair(PairId id);
  std::int64_t countPairs(const PairFilter& filter = {});
  std::vector<PairCount> counts(SelectionId selection);
  /// Up to `limit` pairs behind `after` ({} starts), by id.
  std::vector<Pair> page(const PairFilter& filter, PairId after, int limit);
  /// Every pair, by id, without holding them all.
  void forEachPair(const PairFilter& filter, const std::function<void(Pair&&)>& take);
  /// Every answer that a selection judged, by id.
  void forEachJudged(SelectionId selection, const std::function<void(const JudgedAnswer&)>& take);

 private:
  Database& database_;
};

/// Reads many pairs by their ids.
class PairLookup {
 public:
  explicit PairLookup(Database& database);
  /// Error kNotFound when there is none.
  Pair get(PairId id);

 private:
  Statement pair_;
};

/// Writes selections and their pairs, near-misses too. Write both in one transaction.
class SelectionWriter {
 public:
  explicit SelectionWriter(Database& database);

  /// `selection.id` is ignored.
  SelectionId add(const Selection& selection);
  /// `pair.id` is ignored; one pair per candidate and selection.
  PairId add(const Pair& pair);
  /// Takes a selection away with its pairs.
  void remove(SelectionId id);

 private:
  Database& database_;
  Statement insertPair_;
};

}  // namespace mia::storage

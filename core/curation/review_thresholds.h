// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "curation/select.h"
#include "domain/layout_recipe.h"

namespace mia::curation {

/// A figure that a rule cuts at.
enum class CutFigure { kShare, kPerplexity, kLengthRatio, kEditDistance };

/// A layout with a number of images.
using LayoutGroup = std::pair<LayoutKind, int>;

/// Answers counted by a figure, wrong and right ones apart.
struct CutHistogram {
  double low = 0;    ///< left edge of the first bin
  double width = 0;  ///< of each bin; what lies beyond the edges is in the outer bins
  std::vector<std::int64_t> wrong;  ///< answers per bin
  std::vector<std::int64_t> right;
};

/// What a changed rule would make of the answers that a selection judged.
struct WhatIf {
  std::int64_t selected = 0;  ///< pairs by the changed rule
  std::int64_t added = 0;     ///< pairs that the selection does not have
  std::int64_t removed = 0;   ///< pairs of the selection that would go
  std::map<LayoutGroup, std::pair<std::int64_t, std::int64_t>> byGroup;  ///< added, removed
  /// The first that flip, nearest to the changed cut of their figure first, as pairs (or near
  /// misses) of the selection that was asked.
  std::vector<PairId> addedExamples;
  std::vector<PairId> removedExamples;
};

/// Thresholds as a picture: the figures of a selection's answers in memory, so that moving a cut
/// costs milliseconds (100,000 answers) and no inference. After construction it reads nothing and
/// changes nothing: any thread may ask it.
class ThresholdLens {
 public:
  /// The newest selection when none is named. Errors kNotFound without one, kUnsupported when it
  /// was made by the rule "distractor", which cuts at nothing.
  explicit ThresholdLens(storage::Database& database, SelectionId selection = {});
  ~ThresholdLens();
  ThresholdLens(ThresholdLens&&) noexcept;

  SelectionId selection() const;
  const selection::Rule& rule() const;      ///< the one it was made with
  std::vector<LayoutGroup> groups() const;  ///< in order, those with answers
  /// Over one group, or all answers. Wrong is what the rule's comparison calls wrong. Shares and
  /// edit distances run from 0 to 1, perplexity and length ratio from 1 to what 99 % stay below.
  CutHistogram histogram(CutFigure figure, const std::optional<LayoutGroup>& group, int bins) const;
  /// Exactly what select() would take of the same answers: per-sample limits, repeated answers and
  /// the draw included. Thresholds, perplexity, length ratio, edit distance, perSample, maxPairs
  /// and seed of `changed` count; what else it holds is taken from rule().
  WhatIf ask(const selection::Rule& changed, std::size_t examples = 12) const;
  /// The request that makes `changed` a new selection over the same answers: select() it. Decisions
  /// find their pairs there by themselves.
  SelectRequest request(const selection::Rule& changed) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mia::curation

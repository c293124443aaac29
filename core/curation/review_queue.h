// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/decision.h"
#include "domain/layout_recipe.h"

namespace mia::curation {

struct ReviewRows;

enum class QueueOrder {
  kLeastCertain,  ///< the share nearest its threshold first; pairs without a share last
  kByRule,        ///< by rule, then least certain
  kByLayout,      ///< by layout and number of images, then least certain
  kRandom         ///< by seed; a pair keeps its place among others when a selection is made anew
};

const char* toString(QueueOrder order);  ///< "least-certain", "rule", "layout", "random"
QueueOrder queueOrderFromString(const std::string& name);

enum class QueueFilter {
  kAll,
  kUndecided,
  kDecided,
  kAccepted,
  kRejected,
  kFlagged,
  kDisputed  ///< reviews disagree and nobody resolved it; the only one that looks at other reviews
};

/// "all", "undecided", "decided", "accepted", "rejected", "flagged", "disputed".
const char* toString(QueueFilter filter);
QueueFilter queueFilterFromString(const std::string& name);

/// Which pairs of a selection, in which order. Order and sample are settled before `show` narrows,
/// so that deciding a pair moves no other.
struct QueueQuery {
  Review review = {};  ///< whose decisions `show` means
  QueueOrder order = QueueOrder::kLeastCertain;
  std::uint64_t seed = 1;  ///< of the random order and of the sample
  /// So many pairs, drawn by seed in proportion to how many there are of each layout and number of
  /// images, at least one of each; 0: all.
  std::int64_t sample = 0;
  QueueFilter show = QueueFilter::kUndecided;
  std::optional<LayoutKind> layout = {};
  std::optional<int> images = {};
  std::optional<std::string> rule = {};
  /// Only what this other review decided, without telling how: for a second, blind review.
  std::optional<Review> decidedBy = {};
  bool nearMisses = false;  ///< answers that the rule left out as well
  bool operator==(const QueueQuery&) const = default;
};

/// What the selected pairs can be narrowed to, and how many there are of each.
struct QueueChoices {
  std::map<LayoutKind, std::int64_t> layouts;
  std::map<int, std::int64_t> images;
  std::map<std::string, std::int64_t> rules;
  bool operator==(const QueueChoices&) const = default;
};
QueueChoices queueChoices(const ReviewRows& rows);

/// The rows that a query asks for, in its order.
std::vector<std::uint32_t> queueRows(const ReviewRows& rows, const QueueQuery& query);

}  // namespace mia::curation

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "domain/layout_recipe.h"
#include "evaluation/intervals.h"

namespace mia::evaluation {

/// One held-out sample, answered by two models.
struct Outcome {
  LayoutKind layout = LayoutKind::kSingle;
  int images = 1;
  bool before = false;  ///< the first model's answer was right
  bool after = false;
};

/// A line of the table: a group of samples, counted, with the interval of the paired difference.
struct ComparisonRow {
  std::string group;                 ///< "single", "sequence", "sequence 3", "all multi-image", …
  std::optional<LayoutKind> layout;  ///< none: every layout of several images
  int images = 0;                    ///< 0: any number
  PairedCounts counts;
  Interval difference;

  bool holds(LayoutKind kind, int imageCount) const;
  /// "sequence 3" stands indented under "sequence".
  bool isPart() const { return images > 0; }
};

/// Groups in reading order: single; each layout; each layout by number of images where it has
/// several; all multi-image. Groups without samples are left out.
std::vector<ComparisonRow> compare(const std::vector<Outcome>& outcomes);

Json toJson(const std::vector<ComparisonRow>& rows);

// A row's figures as every table, page and report writes them.
std::string shareText(double share);                   ///< "79.2 %"
std::string pointsText(double difference);             ///< "+7.6", percentage points
std::string intervalText(const Interval& difference);  ///< "(+6.0 to +9.2)"

/// The rows as a table of plain text, percentages with one decimal, differences in points.
std::string toText(const std::vector<ComparisonRow>& rows);

}  // namespace mia::evaluation

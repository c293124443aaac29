// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "curation/run_history.h"

namespace mia::curation {

/// A line of a comparison: a field of the configs, with each run's value.
struct ComparedField {
  std::string name;
  std::vector<std::string> values;  ///< [runs]
  bool differs = false;
};

/// A figure that runs are held against each other by.
struct ComparedFigure {
  struct Value {
    double value = 0;
    std::int64_t step = 0;
  };
  std::string name;                          ///< of the series
  bool lowest = false;                       ///< the lowest is the best, else the highest
  std::vector<std::optional<Value>> values;  ///< [runs] each run's best
  std::optional<std::size_t> best;           ///< whose is the best; none when they are equal
};

struct RunComparison {
  std::vector<ComparedField> fields;  ///< in the config's order, model and pairs before
  std::vector<ComparedFigure> figures;
};

/// A run with its series, which is not null.
struct ComparedRun {
  RunFacts facts;
  std::shared_ptr<const RunSeries> series;
};

/// Training figures are the best of their smoothed course (weight 0.8), so that one lucky step does
/// not win.
RunComparison compareRuns(const std::vector<ComparedRun>& runs);

}  // namespace mia::curation

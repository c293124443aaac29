// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "curation/run_series.h"
#include "run/config.h"

namespace mia::curation {

/// Something worth a person's look, told from a run's series in plain words.
struct RunRemark {
  std::string code;  ///< "stuck", "chosen-falls", "saturated", "overfitting", "non-finite-step" …
  std::string column;     ///< the series that shows it; "" when none does
  std::int64_t step = 0;  ///< from where on; 0: of the whole run
  std::string brief;      ///< two or three words, for a curve
  std::string words;      ///< what is seen, a sentence or two
  std::string advice;     ///< what to do about it; may be empty
  bool operator==(const RunRemark&) const = default;
};

/// What stands out so far, by step; `steps`: of the whole run, 0 when that is not known. The rules
/// look at means over the last fifth of the steps (at least 8), so that one step alone says
/// nothing.
std::vector<RunRemark> remarksOf(const RunSeries& series, const run::TrainConfig& config,
                                 std::int64_t steps);

}  // namespace mia::curation

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "curation/browse.h"
#include "curation/run_history.h"

namespace mia::curation {

/// A pair that a step learned from, as a list shows it.
struct LearnedPair {
  StepPair step;
  SampleId sample;
  LayoutKind layout = LayoutKind::kSingle;
  int images = 1;
  std::string question;
  std::string chosen;  ///< as the run learned it
  std::string rejected;
};

/// What these pairs are, the smallest margin first where margins were told; pairs whose selection
/// is gone are left out.
std::vector<LearnedPair> learnedPairs(Browser& browser, std::vector<TaughtPair> pairs);

}  // namespace mia::curation

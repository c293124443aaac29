// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "domain/ids.h"
#include "domain/layout_recipe.h"

namespace mia {

/// What selection decided about a candidate. Everything is kept, not only the pairs.
enum class PairStatus { kSelected, kNearMiss };

const char* toString(PairStatus status);  ///< "selected", "near-miss"
PairStatus pairStatusFromString(const std::string& name);

/// A preference pair: ground truth over the model's own answer, and the reason in words.
struct Pair {
  PairId id;
  SelectionId selection;
  SampleId sample;
  CandidateId candidate;
  std::string chosen;
  std::string rejected;
  PairStatus status = PairStatus::kSelected;
  std::string rule;  ///< code of the rule that decided, e.g. "attention", "perplexity", "not-wrong"
  std::string reason;    ///< a sentence with the figures and the thresholds
  double share = 0;      ///< attention share of the target at the deciding layer(s)
  double threshold = 0;  ///< what it was held against
  double perplexity = 0;
  double lengthRatio = 0;   ///< longer / shorter, characters
  double editDistance = 0;  ///< normalised, 0 equal .. 1 nothing in common
};

/// Whether a share of attention on the target counts as having missed it: sequences compare with
/// <=, the others with <, as the authors' code does.
inline bool missedTarget(LayoutKind kind, double share, double threshold) {
  return kind == LayoutKind::kSequence ? share <= threshold : share < threshold;
}

}  // namespace mia

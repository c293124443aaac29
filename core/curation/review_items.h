// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "curation/browse.h"
#include "domain/decision.h"

namespace mia::curation {

/// A line of the queue.
struct ReviewItem {
  PairId pair;
  std::string question;
  LayoutKind layout = LayoutKind::kSingle;
  int images = 1;
  std::string rule;  ///< code of what decided
  double share = 0;  ///< of the target
  double threshold = 0;
  ReviewState state;  ///< in the review that was asked for
};

/// All that a person looks at to decide.
struct ReviewPair {
  Pair pair;     ///< as the selection made it; `reason` is the verdict in words
  Pair current;  ///< with the review's edits and swap
  Sample sample;
  std::string question;
  PictureSource source;
  Candidate candidate;  ///< the rejected answer, everything but the maps (Browser::attention())
  /// An answer of the model to this sample that agrees with the ground truth: where it looked
  /// stands for the chosen answer. None when it never answered right.
  std::optional<CandidateId> rightAnswer;
  ReviewState state;    ///< in the review that was asked for
  int firstLayer = -1;  ///< the layers that decided; -1: the middle one
  int lastLayer = -1;
};

/// The lines of these pairs, in their order; those that are gone are left out.
std::vector<ReviewItem> reviewItems(Browser& browser, const Review& review,
                                    const std::vector<PairId>& pairs);
/// Error kNotFound.
ReviewPair reviewPair(Browser& browser, const Review& review, PairId pair);

}  // namespace mia::curation

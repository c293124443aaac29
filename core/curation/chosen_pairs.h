// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "curation/project.h"
#include "domain/decision.h"

namespace mia::curation {

/// Which pairs of a selection go to training and to other tools.
enum class PairSource {
  kAutomatic,  ///< what the rule selected
  /// What people accepted, with edits and swaps applied: near misses that they accepted as well,
  /// and nothing that is undecided, rejected or disputed.
  kAccepted
};

const char* toString(PairSource source);  ///< "automatic", "accepted"
PairSource pairSourceFromString(const std::string& name);

struct PairChoice {
  SelectionId selection = {};  ///< 0: the newest
  PairSource source = PairSource::kAutomatic;
  std::optional<Review> review = {};  ///< kAccepted: by this review alone; none: every one is heard
};

/// The selection that is asked for, the newest when none is named. Error kNotFound.
SelectionId selectionOf(Project& project, SelectionId asked);

/// A pair that people accepted.
struct AcceptedPair {
  PairId pair;
  Review review;  ///< whose words count
};

/// How many pairs of a choice's selection people accepted, whatever its source.
std::int64_t countAccepted(Project& project, const PairChoice& choice);

/// The pairs of a choice.
class ChosenPairs {
 public:
  /// Error kNotFound without a selection, kUsage when the choice holds no pair.
  ChosenPairs(Project& project, const PairChoice& choice);

  SelectionId selection() const { return choice_.selection; }
  std::int64_t count() const { return count_; }
  /// Every pair by id, as training is to see it.
  void forEach(const std::function<void(Pair&&)>& take);

 private:
  void findAccepted();

  Project& project_;
  PairChoice choice_;
  std::vector<AcceptedPair> accepted_;
  std::int64_t count_ = 0;
};

}  // namespace mia::curation

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "curation/compose.h"
#include "curation/distractor_pool.h"
#include "curation/turn_table.h"
#include "domain/question.h"
#include "storage/contents.h"

namespace mia::curation {

/// The numbers of images that samples of a request draw from.
std::vector<int> imageCountsOf(const ComposeRequest& request);

/// The recipe of a request's sample of `count` images about number `target`, 0-based.
LayoutRecipe recipeOf(const ComposeRequest& request, int count, int target);

/// Says which samples a request makes, and makes them, without storing any. Error kUsage for a
/// request that cannot be met.
class SamplePlanner {
 public:
  SamplePlanner(Project& project, const ComposeRequest& request);

  void setRequest(const ComposeRequest& request);
  /// Takes over what others have changed in the project since it was read; true when that decides
  /// over samples.
  bool follow();
  /// Reads every question when first called. Error kStopped.
  TurnChoice chooseTurns(const std::stop_token& stop = {});
  /// Nothing when there are too few images to choose distractors from.
  std::optional<Sample> make(const ChosenTurn& turn);
  /// Looks at some pictures more that distractors by likeness would be chosen from, so that
  /// choosing by it need not wait; false when that told nothing new.
  bool prepareLikeness(const ChosenTurn& turn);

 private:
  /// What a turn draws before its distractors.
  struct Draft {
    Question question;
    LayoutRecipe recipe;
    Random random;
  };
  Draft draft(const ChosenTurn& turn);
  DistractorPool& pool();

  Project& project_;
  ComposeRequest request_;
  std::vector<int> counts_;
  storage::ContentsWatch watch_;
  std::optional<DistractorPool> pool_;  ///< nothing: to be read (again), as `turns_`
  std::optional<TurnTable> turns_;
  bool usesChanged_ = false;  ///< since the turns were read
};

}  // namespace mia::curation

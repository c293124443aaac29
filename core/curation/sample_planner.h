// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <unordered_set>
#include <vector>

#include "curation/compose.h"
#include "curation/distractor_pool.h"
#include "domain/question.h"

namespace mia::curation {

/// A turn that becomes a sample, and what decides over it.
struct ChosenTurn {
  std::uint64_t rank = 0;  ///< with a limit, the lowest are taken
  std::uint64_t key = 0;   ///< of its content
  QuestionId question;
  int turn = 0;
};

struct TurnChoice {
  std::vector<ChosenTurn> turns;  ///< in the order in which samples are made
  std::int64_t looked = 0;
  std::map<std::string, std::int64_t> skipped;  ///< why -> turns
};

/// The numbers of images that samples of a request draw from.
std::vector<int> imageCountsOf(const ComposeRequest& request);

/// The recipe of a request's sample of `count` images about number `target`, 0-based.
LayoutRecipe recipeOf(const ComposeRequest& request, int count, int target);

/// Says which samples a request makes, and makes them, without storing any. Error kUsage for a
/// request that cannot be met.
class SamplePlanner {
 public:
  SamplePlanner(Project& project, const ComposeRequest& request);

  /// Another request with the same distractors; what chooses turns may change, too.
  void setRequest(const ComposeRequest& request);
  const ComposeRequest& request() const { return request_; }
  /// Reads every question. Error kStopped.
  TurnChoice chooseTurns(std::stop_token stop = {});
  /// Nothing when there are too few images to choose distractors from.
  std::optional<Sample> make(const ChosenTurn& turn);

 private:
  void findQuestionsOfOtherSplit();
  const char* unfit(const Question& question, int turn) const;
  void consider(const Question& question, int turn, TurnChoice& choice) const;

  Project& project_;
  ComposeRequest request_;
  std::vector<int> counts_;
  DistractorPool pool_;
  std::unordered_set<QuestionId> otherSplit_;
};

}  // namespace mia::curation

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/sample_planner.h"

#include <algorithm>

#include "layout/canvas.h"
#include "layout/wording.h"
#include "storage/questions.h"

namespace mia::curation {
namespace {

std::vector<int> paperCounts(LayoutKind layout) {
  switch (layout) {
    case LayoutKind::kSingle: return {1};
    case LayoutKind::kSequence: return {2, 3, 4, 5};
    case LayoutKind::kGrid: return {2, 3, 4, 6, 9};
    case LayoutKind::kPicInPic: return {2};
  }
  return {};
}

constexpr std::size_t kLookedAtOnce = 16;  // pictures

void checkRequest(const ComposeRequest& request) {
  const auto requireThat = [](bool holds, const std::string& sentence) {
    if (!holds) throw Error(ErrorKind::kUsage, sentence);
  };
  requireThat(request.heldOutShare >= 0 && request.heldOutShare < 1,
              "The held-out share is not within 0 to 1");
  requireThat(request.limit >= 0, "The number of samples is negative");
  requireThat(request.maxAnswer >= 1, "Answers cannot be shorter than one character");
  requireThat(!request.target || *request.target >= 0, "Positions are counted from the first");
  requireThat(!request.turn || *request.turn >= 0, "Turns are counted from the first");
}

}  // namespace

std::vector<int> imageCountsOf(const ComposeRequest& request) {
  return request.imageCounts.empty() ? paperCounts(request.layout) : request.imageCounts;
}

LayoutRecipe recipeOf(const ComposeRequest& request, int count, int target) {
  LayoutRecipe recipe;
  recipe.kind = request.layout;
  recipe.imageCount = count;
  recipe.targetIndex = target;
  recipe.seed = request.seed;
  recipe.wording =
      request.wording.empty() ? layout::defaultWording(request.layout) : request.wording;
  recipe.picInPic = request.picInPic;
  if (request.layout == LayoutKind::kGrid) {
    recipe.grid = request.grid;
    recipe.grid.columns =
        request.gridColumns > 0 ? request.gridColumns : layout::squarestColumns(count);
    recipe.grid.rows = std::max(1, count / recipe.grid.columns);
  }
  return recipe;
}

SamplePlanner::SamplePlanner(Project& project, const ComposeRequest& request)
    : project_(project), watch_(project.database()) {
  setRequest(request);
}

void SamplePlanner::setRequest(const ComposeRequest& request) {
  checkRequest(request);
  const std::vector<int> counts = imageCountsOf(request);
  for (const int count : counts) recipeOf(request, count, count - 1).check();
  // A wording that cannot work fails before anything is made.
  layout::wordPrompt(recipeOf(request, counts.front(), counts.front() - 1), "Is it worded well?");
  request_ = request;
  counts_ = counts;
}

bool SamplePlanner::follow() {
  const storage::Contents was = watch_.contents();
  if (!watch_.look()) return false;
  const storage::Contents& is = watch_.contents();
  if (is.images != was.images || is.questions != was.questions || is.excluded != was.excluded) {
    turns_.reset();
    pool_.reset();
  }
  usesChanged_ = true;
  return true;
}

DistractorPool& SamplePlanner::pool() {
  if (!pool_) pool_.emplace(project_);
  return *pool_;
}

TurnChoice SamplePlanner::chooseTurns(const std::stop_token& stop) {
  if (!turns_) {
    turns_.emplace(project_, pool(), stop);
  } else if (usesChanged_) {
    turns_->readUses(project_);
  }
  usesChanged_ = false;
  return turns_->choose(request_);
}

SamplePlanner::Draft SamplePlanner::draft(const ChosenTurn& turn) {
  Draft begun{storage::QuestionReader(project_.database()).get(turn.question),
              {},
              Random::stream(request_.seed, toString(request_.layout), turn.key)};
  Random& random = begun.random;
  const int count = counts_[random.below(counts_.size())];
  const bool inset = request_.layout == LayoutKind::kPicInPic;
  int target = inset ? 1 : static_cast<int>(random.below(static_cast<std::uint64_t>(count)));
  if (request_.target && !inset) target = std::min(*request_.target, count - 1);
  begun.recipe = recipeOf(request_, count, target);
  if (inset && request_.wording.empty()) {
    const auto& phrases = layout::picInPicPhrases();
    begun.recipe.wording = "{images}" + phrases[random.below(phrases.size())];
  }
  return begun;
}

std::optional<Sample> SamplePlanner::make(const ChosenTurn& turn) {
  Draft begun = draft(turn);
  const Question& question = begun.question;
  const int others = begun.recipe.imageCount - 1;
  Sample sample;
  sample.images = pool().draw(question.image, others, request_.distractors, begun.random);
  if (sample.images.size() != static_cast<std::size_t>(others)) return std::nullopt;
  sample.images.insert(sample.images.begin() + begun.recipe.targetIndex, question.image);
  const mia::Turn& words = question.turns[static_cast<std::size_t>(turn.turn)];
  sample.question = question.id;
  sample.turn = turn.turn;
  sample.split = request_.split;
  sample.prompt = layout::wordPrompt(begun.recipe, words.question);
  sample.answer = words.answer;
  sample.recipe = std::move(begun.recipe);
  return sample;
}

bool SamplePlanner::prepareLikeness(const ChosenTurn& turn) {
  const Draft begun = draft(turn);
  return pool().prepareLikeness(begun.question.image, begun.recipe.imageCount - 1, begun.random,
                                kLookedAtOnce);
}

}  // namespace mia::curation

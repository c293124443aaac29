// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/sample_planner.h"

#include <algorithm>

#include "base/content_hash.h"
#include "layout/canvas.h"
#include "layout/wording.h"
#include "storage/questions.h"
#include "storage/samples.h"

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

// The first 16 hex digits of the hash as a number.
std::uint64_t keyOf(const std::string& text) {
  return std::stoull(contentHash(text).substr(0, 16), nullptr, 16);
}

bool isHeldOut(const std::string& imageContent, double share) {
  return Random::stream(0, "held out", keyOf(imageContent)).uniform() < share;
}

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
    : project_(project), pool_(project, request.distractors) {
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

void SamplePlanner::findQuestionsOfOtherSplit() {
  storage::SampleFilter other;
  other.split = request_.split == Split::kTrain ? Split::kHeldOut : Split::kTrain;
  storage::SampleReader(project_.database()).forEach(other, [&](Sample&& sample) {
    otherSplit_.insert(sample.question);
  });
}

const char* SamplePlanner::unfit(const Question& question, int turn) const {
  if (pool_.isExcluded(question.image)) return "excluded";
  const std::string& content = pool_.contentOf(question.image);
  if (request_.heldOutShare > 0 &&
      isHeldOut(content, request_.heldOutShare) != (request_.split == Split::kHeldOut)) {
    return "set aside for the other split";
  }
  if (otherSplit_.contains(question.id)) return "has samples in the other split";
  if (turn >= static_cast<int>(question.turns.size())) return "the conversation has no such turn";
  const auto& answer = question.turns[static_cast<std::size_t>(turn)].answer;
  if (answer.size() > static_cast<std::size_t>(request_.maxAnswer)) return "long answer";
  return nullptr;
}

void SamplePlanner::consider(const Question& question, int turn, TurnChoice& choice) const {
  ++choice.looked;
  if (const char* reason = unfit(question, turn)) {
    ++choice.skipped[reason];
    return;
  }
  const mia::Turn& words = question.turns[static_cast<std::size_t>(turn)];
  const std::uint64_t key = keyOf(pool_.contentOf(question.image) + '\n' + std::to_string(turn) +
                                  '\n' + words.question + '\n' + words.answer);
  const std::uint64_t rank = Random::stream(request_.seed, "compose limit", key).bits();
  choice.turns.push_back({rank, key, question.id, turn});
}

TurnChoice SamplePlanner::chooseTurns(std::stop_token stop) {
  TurnChoice choice;
  otherSplit_.clear();
  findQuestionsOfOtherSplit();
  storage::QuestionReader(project_.database()).forEach([&](Question&& question) {
    if (request_.source && question.source != *request_.source) return;
    const int last = request_.turn ? *request_.turn : static_cast<int>(question.turns.size()) - 1;
    for (int turn = request_.turn.value_or(0); turn <= last; ++turn) {
      consider(question, turn, choice);
    }
    if (stop.stop_requested()) {
      throw Error(ErrorKind::kStopped, "Stopped before any sample was made");
    }
  });
  std::sort(choice.turns.begin(), choice.turns.end(), [](const ChosenTurn& a, const ChosenTurn& b) {
    return std::tie(a.rank, a.key) < std::tie(b.rank, b.key);
  });
  if (request_.limit > 0 && choice.turns.size() > static_cast<std::size_t>(request_.limit)) {
    choice.turns.resize(static_cast<std::size_t>(request_.limit));
  }
  return choice;
}

std::optional<Sample> SamplePlanner::make(const ChosenTurn& turn) {
  const Question question = storage::QuestionReader(project_.database()).get(turn.question);
  Random random = Random::stream(request_.seed, toString(request_.layout), turn.key);
  const int count = counts_[random.below(counts_.size())];
  const bool inset = request_.layout == LayoutKind::kPicInPic;
  int target = inset ? 1 : static_cast<int>(random.below(static_cast<std::uint64_t>(count)));
  if (request_.target && !inset) target = std::min(*request_.target, count - 1);
  Sample sample;
  sample.recipe = recipeOf(request_, count, target);
  if (inset && request_.wording.empty()) {
    const auto& phrases = layout::picInPicPhrases();
    sample.recipe.wording = "{images}" + phrases[random.below(phrases.size())];
  }
  sample.images = pool_.draw(question.image, count - 1, random);
  if (sample.images.size() + 1 != static_cast<std::size_t>(count)) return std::nullopt;
  sample.images.insert(sample.images.begin() + target, question.image);
  const mia::Turn& words = question.turns[static_cast<std::size_t>(turn.turn)];
  sample.question = question.id;
  sample.turn = turn.turn;
  sample.split = request_.split;
  sample.prompt = layout::wordPrompt(sample.recipe, words.question);
  sample.answer = words.answer;
  return sample;
}

}  // namespace mia::curation

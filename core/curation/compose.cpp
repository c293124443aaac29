// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/compose.h"

#include <algorithm>
#include <unordered_set>

#include "base/content_hash.h"
#include "curation/distractor_pool.h"
#include "layout/canvas.h"
#include "layout/wording.h"
#include "storage/questions.h"
#include "storage/samples.h"

namespace mia::curation {
namespace {

constexpr std::size_t kSamplesAtOnce = 500;  // samples per transaction

/// A turn that may become a sample, and what decides over it.
struct Turn {
  std::uint64_t rank = 0;  ///< with a limit, the lowest are taken
  std::uint64_t key = 0;   ///< of its content
  QuestionId question;
  int turn = 0;
};

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
  requireThat(!request.turn || *request.turn >= 0, "Turns are counted from the first");
}

class Composer {
 public:
  Composer(Project& project, const ComposeRequest& request, const WorkContext& work)
      : project_(project),
        request_(request),
        work_(work),
        counts_(request.imageCounts.empty() ? paperCounts(request.layout) : request.imageCounts),
        pool_(project, request.distractors) {
    for (const int count : counts_) recipeFor(count, count - 1).check();
    // A wording that cannot work fails before anything is made.
    layout::wordPrompt(recipeFor(counts_.front(), counts_.front() - 1), "Is it worded well?");
  }

  ComposeResult run() {
    const std::vector<Turn> turns = chooseTurns();
    result_.chosen = static_cast<std::int64_t>(turns.size());
    for (std::size_t begin = 0; begin < turns.size(); begin += kSamplesAtOnce) {
      store(turns, begin, std::min(begin + kSamplesAtOnce, turns.size()));
      work_.progress({"compose",
                      static_cast<std::int64_t>(std::min(begin + kSamplesAtOnce, turns.size())),
                      result_.chosen, "samples"});
      if (work_.stop.stop_requested()) {
        throw Error(ErrorKind::kStopped,
                    "Stopped after " + std::to_string(result_.added) + " new samples",
                    "The same command adds the rest");
      }
    }
    return result_;
  }

 private:
  LayoutRecipe recipeFor(int count, int target) const {
    LayoutRecipe recipe;
    recipe.kind = request_.layout;
    recipe.imageCount = count;
    recipe.targetIndex = target;
    recipe.seed = request_.seed;
    recipe.wording =
        request_.wording.empty() ? layout::defaultWording(request_.layout) : request_.wording;
    recipe.picInPic = request_.picInPic;
    if (request_.layout == LayoutKind::kGrid) {
      recipe.grid = request_.grid;
      recipe.grid.columns =
          request_.gridColumns > 0 ? request_.gridColumns : layout::squarestColumns(count);
      recipe.grid.rows = std::max(1, count / recipe.grid.columns);
    }
    return recipe;
  }

  void findQuestionsOfOtherSplit() {
    storage::SampleFilter other;
    other.split = request_.split == Split::kTrain ? Split::kHeldOut : Split::kTrain;
    storage::SampleReader(project_.database()).forEach(other, [&](Sample&& sample) {
      otherSplit_.insert(sample.question);
    });
  }

  // Why a turn makes no sample, or nothing.
  const char* unfit(const Question& question, int turn) const {
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

  void consider(const Question& question, int turn, std::vector<Turn>& turns) {
    ++result_.turns;
    if (const char* reason = unfit(question, turn)) {
      ++result_.skipped[reason];
      return;
    }
    const mia::Turn& words = question.turns[static_cast<std::size_t>(turn)];
    const std::uint64_t key = keyOf(pool_.contentOf(question.image) + '\n' + std::to_string(turn) +
                                    '\n' + words.question + '\n' + words.answer);
    const std::uint64_t rank = Random::stream(request_.seed, "compose limit", key).bits();
    turns.push_back({rank, key, question.id, turn});
  }

  std::vector<Turn> chooseTurns() {
    std::vector<Turn> turns;
    findQuestionsOfOtherSplit();
    storage::QuestionReader(project_.database()).forEach([&](Question&& question) {
      if (request_.source && question.source != *request_.source) return;
      const int last = request_.turn ? *request_.turn : static_cast<int>(question.turns.size()) - 1;
      for (int turn = request_.turn.value_or(0); turn <= last; ++turn) {
        consider(question, turn, turns);
      }
      if (work_.stop.stop_requested()) {
        throw Error(ErrorKind::kStopped, "Stopped before any sample was made");
      }
    });
    std::sort(turns.begin(), turns.end(), [](const Turn& a, const Turn& b) {
      return std::tie(a.rank, a.key) < std::tie(b.rank, b.key);
    });
    if (request_.limit > 0 && turns.size() > static_cast<std::size_t>(request_.limit)) {
      turns.resize(static_cast<std::size_t>(request_.limit));
    }
    return turns;
  }

  // Nothing when the collection has too few images.
  std::optional<Sample> make(const Question& question, const Turn& turn) const {
    Random random = Random::stream(request_.seed, toString(request_.layout), turn.key);
    const int count = counts_[random.below(counts_.size())];
    const bool inset = request_.layout == LayoutKind::kPicInPic;
    const int target =
        inset ? 1 : static_cast<int>(random.below(static_cast<std::uint64_t>(count)));
    Sample sample;
    sample.recipe = recipeFor(count, target);
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

  void store(const std::vector<Turn>& turns, std::size_t begin, std::size_t end) {
    storage::Transaction transaction(project_.database());
    storage::QuestionReader questions(project_.database());
    storage::SampleWriter writer(project_.database());
    ComposeResult after = result_;
    for (std::size_t i = begin; i < end; ++i) {
      const auto sample = make(questions.get(turns[i].question), turns[i]);
      if (!sample) {
        ++after.skipped["too few other images in its collection"];
      } else {
        ++(writer.add(*sample) ? after.added : after.present);
      }
    }
    transaction.commit();
    result_ = after;
  }

  Project& project_;
  const ComposeRequest& request_;
  const WorkContext& work_;
  std::vector<int> counts_;
  DistractorPool pool_;
  std::unordered_set<QuestionId> otherSplit_;
  ComposeResult result_;
};

}  // namespace

const char* toString(Distractors policy) {
  return policy == Distractors::kAny ? "any" : "same-collection";
}

Distractors distractorsFromString(const std::string& name) {
  if (name == "any") return Distractors::kAny;
  if (name == "same-collection") return Distractors::kSameCollection;
  throw Error(ErrorKind::kUsage, "\"" + name + "\" is no way to choose distractors",
              "Known are any and same-collection");
}

ComposeResult compose(Project& project, const ComposeRequest& request, const WorkContext& work) {
  checkRequest(request);
  return Composer(project, request, work).run();
}

}  // namespace mia::curation

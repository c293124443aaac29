// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/turn_table.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/content_hash.h"
#include "curation/in_parallel.h"
#include "storage/questions.h"
#include "storage/samples.h"

namespace mia::curation {
namespace {

constexpr std::size_t kRankedAtOnce = 8192;
/// By TurnTable::Fitness; nothing stands for what fits.
constexpr std::array<const char*, 6> kReasons{nullptr,
                                              "excluded",
                                              "set aside for the other split",
                                              "has samples in the other split",
                                              "the conversation has no such turn",
                                              "long answer"};

// The first 16 hex digits of the hash as a number.
std::uint64_t keyOf(const std::string& text) {
  return std::stoull(contentHash(text).substr(0, 16), nullptr, 16);
}

void rank(std::vector<ChosenTurn>& turns, std::uint64_t seed) {
  std::vector<std::uint64_t> keys;
  keys.reserve(turns.size());
  for (const ChosenTurn& turn : turns) keys.push_back(turn.key);
  inParallel((keys.size() + kRankedAtOnce - 1) / kRankedAtOnce, [&](std::size_t part) {
    const std::size_t first = part * kRankedAtOnce;
    const std::size_t count = std::min(kRankedAtOnce, keys.size() - first);
    const auto ranks =
        Random::firstBits(seed, "compose limit", std::span(keys).subspan(first, count));
    for (std::size_t i = 0; i < count; ++i) turns[first + i].rank = ranks[i];
  });
}

}  // namespace

TurnTable::TurnTable(Project& project, const DistractorPool& pool, const std::stop_token& stop) {
  storage::QuestionReader(project.database()).forEach([&](Question&& question) {
    if (!pool.knows(question.image)) return;  // both came after the pool was read
    const std::string& content = pool.contentOf(question.image);
    Asked asked{question.id, question.source};
    asked.heldOut = Random::stream(0, "held out", keyOf(content)).uniform();
    asked.excluded = pool.isExcluded(question.image);
    asked.firstTurn = turns_.size();
    asked.turns = static_cast<int>(question.turns.size());
    for (int turn = 0; turn < asked.turns; ++turn) {
      const Turn& words = question.turns[static_cast<std::size_t>(turn)];
      turns_.push_back({keyOf(content + '\n' + std::to_string(turn) + '\n' + words.question + '\n' +
                              words.answer),
                        words.answer.size()});
    }
    questions_.push_back(asked);
    if (stop.stop_requested()) {
      throw Error(ErrorKind::kStopped, "Stopped before any sample was made");
    }
  });
  readUses(project);
}

void TurnTable::readUses(Project& project) {
  for (Asked& asked : questions_) asked.used = {};
  storage::SampleReader(project.database()).forEachUse([&](QuestionId question, Split split) {
    const auto asked =
        std::lower_bound(questions_.begin(), questions_.end(), question,
                         [](const Asked& one, QuestionId id) { return one.id.value < id.value; });
    if (asked != questions_.end() && asked->id == question) {
      asked->used[static_cast<std::size_t>(split)] = true;
    }
  });
}

TurnTable::Fitness TurnTable::fitnessOf(const ComposeRequest& request, const Asked& asked,
                                        int turn) const {
  if (asked.excluded) return Fitness::kExcluded;
  const bool heldOut = request.split == Split::kHeldOut;
  if (request.heldOutShare > 0 && (asked.heldOut < request.heldOutShare) != heldOut) {
    return Fitness::kSetAside;
  }
  const Split other = heldOut ? Split::kTrain : Split::kHeldOut;
  if (asked.used[static_cast<std::size_t>(other)]) return Fitness::kUsed;
  if (turn >= asked.turns) return Fitness::kNoTurn;
  const TurnFacts& facts = turns_[asked.firstTurn + static_cast<std::size_t>(turn)];
  const bool tooLong = facts.answer > static_cast<std::size_t>(request.maxAnswer);
  return tooLong ? Fitness::kLongAnswer : Fitness::kFits;
}

TurnChoice TurnTable::choose(const ComposeRequest& request) const {
  TurnChoice choice;
  choice.turns.reserve(questions_.size());
  std::array<std::int64_t, kReasons.size()> counts{};
  for (const Asked& asked : questions_) {
    if (request.source && asked.source != *request.source) continue;
    const int last = request.turn.value_or(asked.turns - 1);
    for (int turn = request.turn.value_or(0); turn <= last; ++turn) {
      const Fitness fitness = fitnessOf(request, asked, turn);
      ++choice.looked;
      ++counts[static_cast<std::size_t>(fitness)];
      if (fitness != Fitness::kFits) continue;
      const std::uint64_t key = turns_[asked.firstTurn + static_cast<std::size_t>(turn)].key;
      choice.turns.push_back({0, key, asked.id, turn});
    }
  }
  for (std::size_t i = 0; i < kReasons.size(); ++i) {
    if (kReasons[i] && counts[i] > 0) choice.skipped[kReasons[i]] = counts[i];
  }
  rank(choice.turns, request.seed);
  std::sort(choice.turns.begin(), choice.turns.end(), [](const ChosenTurn& a, const ChosenTurn& b) {
    return std::tie(a.rank, a.key) < std::tie(b.rank, b.key);
  });
  if (request.limit > 0 && choice.turns.size() > static_cast<std::size_t>(request.limit)) {
    choice.turns.resize(static_cast<std::size_t>(request.limit));
  }
  return choice;
}

}  // namespace mia::curation

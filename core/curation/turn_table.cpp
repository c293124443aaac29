// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/turn_table.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>
#include <tuple>

#include "base/content_hash.h"
#include "curation/in_parallel.h"
#include "storage/questions.h"
#include "storage/samples.h"

namespace mia::curation {
namespace {

constexpr std::size_t kRankedAtOnce = 8192;
constexpr int kPartBits = 8;  // of a rank: says in which part of the order a turn is sorted

// The first 16 hex digits of the hash as a number.
std::uint64_t keyOf(const std::string& text) {
  return std::stoull(contentHash(text).substr(0, 16), nullptr, 16);
}

}  // namespace

TurnTable::TurnTable(Project& project, const DistractorPool& pool, const std::stop_token& stop) {
  storage::QuestionReader(project.database()).forEach([&](Question&& question) {
    if (!pool.knows(question.image)) return;  // both came after the pool was read
    const std::string& content = pool.contentOf(question.image);
    Asked asked{question.id, question.source};
    asked.heldOut = Random::stream(0, "held out", keyOf(content)).uniform();
    asked.excluded = pool.isExcluded(question.image);
    asked.turns = static_cast<int>(question.turns.size());
    for (int turn = 0; turn < asked.turns; ++turn) {
      const Turn& words = question.turns[static_cast<std::size_t>(turn)];
      const std::uint64_t key = keyOf(content + '\n' + std::to_string(turn) + '\n' +
                                      words.question + '\n' + words.answer);
      turns_.push_back({0,
                        {key, question.id, turn},
                        static_cast<std::uint32_t>(questions_.size()),
                        static_cast<std::uint32_t>(words.answer.size())});
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

const char* TurnTable::reason(Fitness fitness) {
  switch (fitness) {
    case Fitness::kFits:
    case Fitness::kOtherSource: return nullptr;
    case Fitness::kExcluded: return "excluded";
    case Fitness::kSetAside: return "set aside for the other split";
    case Fitness::kUsed: return "has samples in the other split";
    case Fitness::kNoTurn: return "the conversation has no such turn";
    case Fitness::kLongAnswer: return "long answer";
  }
  return nullptr;
}

TurnTable::Fitness TurnTable::fitnessOf(const ComposeRequest& request, const Asked& asked) {
  if (request.source && asked.source != *request.source) return Fitness::kOtherSource;
  if (asked.excluded) return Fitness::kExcluded;
  const bool heldOut = request.split == Split::kHeldOut;
  if (request.heldOutShare > 0 && (asked.heldOut < request.heldOutShare) != heldOut) {
    return Fitness::kSetAside;
  }
  const Split other = heldOut ? Split::kTrain : Split::kHeldOut;
  if (asked.used[static_cast<std::size_t>(other)]) return Fitness::kUsed;
  return request.turn && *request.turn >= asked.turns ? Fitness::kNoTurn : Fitness::kFits;
}

void TurnTable::sortBy(std::uint64_t seed) {
  if (seed_ == seed) return;
  inParallel((turns_.size() + kRankedAtOnce - 1) / kRankedAtOnce, [&](std::size_t chunk) {
    const std::span turns = std::span(turns_).subspan(chunk * kRankedAtOnce);
    std::vector<std::uint64_t> keys;
    for (const TurnFacts& turn : turns.first(std::min(kRankedAtOnce, turns.size()))) {
      keys.push_back(turn.chosen.key);
    }
    const auto ranks = Random::firstBits(seed, "compose limit", keys);
    for (std::size_t i = 0; i < ranks.size(); ++i) turns[i].rank = ranks[i];
  });
  // Ranks are uniform: by their first bits turns fall into even parts, each sorted on its own.
  constexpr std::size_t kParts = std::size_t{1} << kPartBits;
  const auto partOf = [](const TurnFacts& turn) { return turn.rank >> (64 - kPartBits); };
  std::array<std::size_t, kParts + 1> ends{};
  for (const TurnFacts& turn : turns_) ++ends[partOf(turn) + 1];
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  std::vector<TurnFacts> sorted(turns_.size());
  for (const TurnFacts& turn : turns_) sorted[ends[partOf(turn)]++] = turn;
  turns_.swap(sorted);
  inParallel(kParts, [&](std::size_t part) {
    const auto at = [&](std::size_t end) {
      return turns_.begin() + static_cast<std::ptrdiff_t>(end);
    };
    std::sort(at(part > 0 ? ends[part - 1] : 0), at(ends[part]),
              [](const TurnFacts& a, const TurnFacts& b) {
                return std::tie(a.rank, a.chosen.key, a.asked) <
                       std::tie(b.rank, b.chosen.key, b.asked);
              });
  });
  seed_ = seed;
}

TurnChoice TurnTable::choose(const ComposeRequest& request) {
  sortBy(request.seed);
  TurnChoice choice;
  std::array<std::int64_t, kFitnesses> counts{};
  std::vector<Fitness> fitness;
  fitness.reserve(questions_.size());
  for (const Asked& asked : questions_) {
    fitness.push_back(fitnessOf(request, asked));
    // Such a turn is none of those below.
    if (request.turn && *request.turn >= asked.turns) {
      ++counts[static_cast<std::size_t>(fitness.back())];
    }
  }
  const std::size_t most =
      request.limit > 0 ? static_cast<std::size_t>(request.limit) : turns_.size();
  choice.turns.reserve(std::min(most, turns_.size()));
  for (const TurnFacts& facts : turns_) {
    if (request.turn && facts.chosen.turn != *request.turn) continue;
    Fitness found = fitness[facts.asked];
    if (found == Fitness::kFits && std::int64_t{facts.answer} > request.maxAnswer) {
      found = Fitness::kLongAnswer;
    }
    ++counts[static_cast<std::size_t>(found)];
    if (found != Fitness::kFits || choice.turns.size() == most) continue;
    choice.turns.push_back(facts.chosen);
  }
  for (std::size_t i = 0; i < kFitnesses; ++i) {
    const auto found = static_cast<Fitness>(i);
    if (found != Fitness::kOtherSource) choice.looked += counts[i];
    if (reason(found) && counts[i] > 0) choice.skipped[reason(found)] = counts[i];
  }
  return choice;
}

}  // namespace mia::curation

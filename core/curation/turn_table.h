// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "curation/compose.h"
#include "curation/distractor_pool.h"

namespace mia::curation {

/// A turn that becomes a sample.
struct ChosenTurn {
  std::uint64_t key = 0;  ///< of its content
  QuestionId question;
  int turn = 0;
};

struct TurnChoice {
  std::vector<ChosenTurn> turns;  ///< in the order in which samples are made
  std::int64_t looked = 0;
  std::map<std::string, std::int64_t> skipped;  ///< why -> turns
};

/// Every turn of a project's questions with what decides whether it becomes a sample: choosing by
/// another split, turn or length is then a pass over memory, by another seed a sort before it.
class TurnTable {
 public:
  /// Reads every question. Error kStopped.
  TurnTable(Project& project, const DistractorPool& pool, const std::stop_token& stop);

  /// Looks which questions have samples.
  void readUses(Project& project);
  TurnChoice choose(const ComposeRequest& request);

 private:
  struct Asked {
    QuestionId id;
    SourceId source;
    double heldOut = 0;  ///< below a request's share: kept from training
    bool excluded = false;
    std::array<bool, 2> used{};  ///< by samples of each Split
    int turns = 0;
  };
  struct TurnFacts {
    std::uint64_t rank = 0;  ///< drawn by a seed: the lowest become samples first
    ChosenTurn chosen;
    std::uint32_t asked = 0;   ///< in questions_
    std::uint32_t answer = 0;  ///< bytes
  };

  enum class Fitness : std::uint8_t {
    kFits,
    kOtherSource,
    kExcluded,
    kSetAside,
    kUsed,
    kNoTurn,
    kLongAnswer
  };
  static constexpr std::size_t kFitnesses = static_cast<std::size_t>(Fitness::kLongAnswer) + 1;
  static const char* reason(Fitness fitness);
  /// Of a question, whatever turn of it is asked for.
  static Fitness fitnessOf(const ComposeRequest& request, const Asked& asked);
  void sortBy(std::uint64_t seed);

  std::vector<Asked> questions_;  ///< by id
  std::vector<TurnFacts> turns_;  ///< in the order of `seed_`
  std::optional<std::uint64_t> seed_;
};

}  // namespace mia::curation

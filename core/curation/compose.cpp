// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/compose.h"

#include <algorithm>
#include <array>

#include "curation/sample_planner.h"
#include "storage/samples.h"

namespace mia::curation {
namespace {

constexpr std::size_t kSamplesAtOnce = 500;  // samples per transaction
constexpr std::array kPolicies = {"any", "same-collection", "look-alike", "unlike"};

void store(Project& project, SamplePlanner& planner, const std::vector<ChosenTurn>& turns,
           std::size_t begin, ComposeResult& result) {
  storage::Transaction transaction(project.database());
  storage::SampleWriter writer(project.database());
  ComposeResult after = result;
  const std::size_t end = std::min(begin + kSamplesAtOnce, turns.size());
  for (std::size_t i = begin; i < end; ++i) {
    if (const auto sample = planner.make(turns[i])) {
      ++(writer.add(*sample) ? after.added : after.present);
    } else {
      ++after.skipped["too few other images in its collection"];
    }
  }
  transaction.commit();
  result = after;
}

}  // namespace

const char* toString(Distractors policy) { return kPolicies[static_cast<std::size_t>(policy)]; }

Distractors distractorsFromString(const std::string& name) {
  for (std::size_t i = 0; i < kPolicies.size(); ++i) {
    if (name == kPolicies[i]) return static_cast<Distractors>(i);
  }
  throw Error(ErrorKind::kUsage, "\"" + name + "\" is no way to choose distractors",
              "Known are any, same-collection, look-alike and unlike");
}

ComposeResult compose(Project& project, const ComposeRequest& request, const WorkContext& work) {
  SamplePlanner planner(project, request);
  TurnChoice choice = planner.chooseTurns(work.stop);
  ComposeResult result;
  result.turns = choice.looked;
  result.skipped = std::move(choice.skipped);
  result.chosen = static_cast<std::int64_t>(choice.turns.size());
  for (std::size_t begin = 0; begin < choice.turns.size(); begin += kSamplesAtOnce) {
    store(project, planner, choice.turns, begin, result);
    const std::size_t done = std::min(begin + kSamplesAtOnce, choice.turns.size());
    work.progress({"compose", static_cast<std::int64_t>(done), result.chosen, "samples"});
    if (work.stop.stop_requested()) {
      throw Error(ErrorKind::kStopped,
                  "Stopped after " + std::to_string(result.added) + " new samples",
                  "The same command adds the rest");
    }
  }
  return result;
}

}  // namespace mia::curation

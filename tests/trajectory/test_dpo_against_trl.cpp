// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "support/temporary_folder.h"
#include "support/trl_run.h"

using mia::Json;
using mia::TemporaryFolder;
using mia::TrlRun;

namespace {

// fp32 sums over other orders of the same tokens, eight optimiser steps deep.
constexpr double kRelative = 1e-5;
// For figures near 0, such as rewards: log-probabilities of about 20 carry 2e-6 of rounding each.
constexpr double kAbsolute = 1e-5;

void checkClose(const Json& ours, const Json& theirs, const std::string& name) {
  INFO(name);
  REQUIRE(ours.contains(name));
  const double expected = theirs[name];
  const double difference = std::abs(ours[name].get<double>() - expected);
  CHECK(difference <= kAbsolute + kRelative * std::abs(expected));
}

}  // namespace

TEST_CASE("eight steps give TRL's figures at every step, and its adapter at the end") {
  const TemporaryFolder folder;
  TrlRun run;
  run.options.shuffle = false;
  run.options.startAdapter = run.folder / "adapter";
  run.train(folder.path());

  const std::vector<Json> steps = run.eventsOf("metrics");
  REQUIRE(steps.size() == run.golden["steps"].size());
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Json& theirs = run.golden["steps"][i];
    CAPTURE(i);
    for (const char* name : {"step", "loss", "grad_norm", "learning_rate", "mean_token_accuracy",
                             "rewards/chosen", "rewards/rejected", "rewards/margins",
                             "rewards/accuracies", "logps/chosen", "logps/rejected"}) {
      checkClose(steps[i], theirs, name);
    }
  }
  // Weights of about 0.1 that eight steps of up to 5e-3 moved.
  CHECK(mia::largestDifference(folder.path() / "adapter" / "adapter_model.safetensors",
                               run.folder / "adapter_after" / "adapter_model.safetensors") < 1e-5);
}

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "train/metrics.h"

using mia::Json;
using mia::train::AnswerLogProbs;
using mia::train::PreferenceLoss;
using mia::train::StepMetrics;

TEST_CASE("metrics mean over all pairs of a step, however it was cut") {
  StepMetrics metrics;
  metrics.addLogProbs({torch::tensor({-1.0f, -3.0f}), torch::tensor({-4.0f, -4.0f})});
  metrics.addPreference({.losses = {},
                         .rewardsChosen = torch::tensor({0.5f, -0.25f}),
                         .rewardsRejected = torch::tensor({0.25f, 0.25f})},
                        {7, 3});
  metrics.addLogProbs({torch::tensor({-8.0f}), torch::tensor({-1.0f})});
  metrics.addPreference({.losses = {},
                         .rewardsChosen = torch::tensor({0.5f}),
                         .rewardsRejected = torch::tensor({-0.5f})},
                        {5});
  metrics.addLoss(0.5);
  metrics.addLoss(0.125);
  metrics.addTokens(torch::tensor({-1.0f, -2.0f, -3.0f}), torch::tensor({true, false, true}));
  metrics.addTokens(torch::tensor({-6.0f}), torch::tensor({false}));

  const Json json = metrics.toJson();
  CHECK(json["loss"] == 0.625);
  CHECK(json["logps/chosen"] == -4.0);             // (-1 - 3 - 8) / 3
  CHECK(json["logps/rejected"] == -3.0);           // (-4 - 4 - 1) / 3
  CHECK(json["rewards/chosen"] == 0.25);           // (0.5 - 0.25 + 0.5) / 3
  CHECK(json["rewards/rejected"] == 0.0);          // (0.25 + 0.25 - 0.5) / 3
  CHECK(json["rewards/margins"] == 0.25);          // 0.25 - 0
  CHECK(json["rewards/accuracies"] == 2.0 / 3.0);  // first and third
  CHECK(json["nll_loss"] == 3.0);                  // (1 + 2 + 3 + 6) / 4
  CHECK(json["mean_token_accuracy"] == 0.5);       // 2 of 4
  // Whatever order the micro-batches took them in.
  CHECK(metrics.marginsOf({3, 5, 7}) == std::vector<double>{-0.5, 1.0, 0.25});
}

TEST_CASE("fine-tuning has no rewards and no rejected answers to report") {
  StepMetrics metrics;
  metrics.addLogProbs({torch::tensor({-1.0f}), {}});
  metrics.addTokens(torch::tensor({-1.0f}), torch::tensor({true}));
  const Json json = metrics.toJson("eval_");
  CHECK(json.contains("eval_logps/chosen"));
  CHECK_FALSE(json.contains("eval_logps/rejected"));
  CHECK_FALSE(json.contains("eval_rewards/margins"));
  CHECK(metrics.marginsOf({0}).empty());
}

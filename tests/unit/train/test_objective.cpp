// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "model/lora/lora.h"
#include "support/trl_run.h"
#include "train/fingerprint.h"
#include "train/memory.h"
#include "train/objective.h"

using namespace mia::train;
using mia::TrlRun;

TEST_CASE("measuring gives the figures of differentiating, and no gradient") {
  TrlRun run;
  const auto model = run.model();
  mia::model::LoraConfig lora;
  lora.r = 2;
  mia::model::attachLora(*model, lora, 1);
  VisualFeatures features(*model, run.data, std::int64_t{1} << 20);
  PairScorer scorer(*model, features);
  const ReferenceLogProbs reference{std::vector<float>(12, -20), std::vector<float>(12, -15)};
  StepObjective objective(scorer, run.data.pairs, reference, run.options, torch::kCPU);
  const auto trained = mia::model::trainableParameters(*model);

  const StepMetrics measured = objective.measure({0, 3, 5});
  for (const auto& [name, weights] : trained) CHECK_FALSE(weights.grad().defined());
  const StepMetrics differentiated = objective.differentiate({0, 3, 5});
  CHECK(measured.toJson() == differentiated.toJson());
  for (const auto& [name, weights] : trained) CHECK(weights.grad().defined());
}

TEST_CASE("the tokens of a pair are its prompt and both answers, an end token less each") {
  TrlRun run;
  const auto model = run.model();
  VisualFeatures features(*model, run.data, 0);
  PairScorer scorer(*model, features);
  const ReferenceLogProbs none;
  std::vector<TokenPair> pairs(1);
  pairs[0].prompt = {1, 5, 6};
  pairs[0].chosen = {7, 8, 2};
  pairs[0].rejected = {9, 2};
  const StepObjective dpo(scorer, pairs, none, run.options, torch::kCPU);
  CHECK(dpo.tokens({0}) == 6);  // 3 + 2 + 1
  run.options.objective = Objective::kSft;
  const StepObjective sft(scorer, pairs, none, run.options, torch::kCPU);
  CHECK(sft.tokens({0}) == 5);  // 3 + 2
}

TEST_CASE("a fingerprint tells pairs, their parts and their settings apart") {
  const TokenPair pair{.id = 1, .prompt = {1, 2}, .chosen = {3}, .rejected = {4}, .pictures = {0}};
  TokenPair moved = pair;
  moved.prompt = {1};
  moved.chosen = {2, 3};
  const std::string print = fingerprint({{"beta", 0.1}}, {pair});
  CHECK(print.size() == 16);
  CHECK(fingerprint({{"beta", 0.1}}, {pair}) == print);
  CHECK(fingerprint({{"beta", 0.2}}, {pair}) != print);
  CHECK(fingerprint({{"beta", 0.1}}, {moved}) != print);
}

TEST_CASE("the memory in use holds at least what was just written to") {
  const torch::Tensor written = torch::ones({4 << 20}, torch::kUInt8);
  const auto bytes = memoryInUse(torch::kCPU);
  REQUIRE(bytes.has_value());
  CHECK(*bytes > 4 << 20);
}

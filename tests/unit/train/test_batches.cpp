// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "train/batches.h"

using mia::train::microBatches;
using mia::train::StepPlan;
using Indices = std::vector<std::size_t>;

namespace {

StepPlan plan(std::size_t pairs, std::int64_t batchSize, double epochs, std::uint64_t seed,
              std::int64_t maxSteps = 0) {
  mia::train::DpoOptions options;
  options.batchSize = batchSize;
  options.epochs = epochs;
  options.maxSteps = maxSteps;
  options.seed = seed;
  return StepPlan(pairs, options);
}

Indices epoch(const StepPlan& steps, std::int64_t number) {
  Indices all;
  for (std::int64_t step = 0; step < steps.stepsPerEpoch(); ++step) {
    const Indices pairs = steps.pairsOfStep(number * steps.stepsPerEpoch() + step);
    all.insert(all.end(), pairs.begin(), pairs.end());
  }
  return all;
}

Indices sorted(Indices values) {
  std::sort(values.begin(), values.end());
  return values;
}

}  // namespace

TEST_CASE("1200 pairs in steps of 32 are 38 steps, the last with the 16 that remain") {
  const StepPlan steps = plan(1200, 32, 1, 42);
  CHECK(steps.totalSteps() == 38);
  CHECK(steps.pairsOfStep(0).size() == 32);
  CHECK(steps.pairsOfStep(37).size() == 16);  // 1200 - 37 * 32
}

TEST_CASE("every epoch visits each pair once, in an order of its own") {
  const StepPlan steps = plan(50, 8, 2, 7);
  Indices all(50);
  std::iota(all.begin(), all.end(), std::size_t{0});
  CHECK(sorted(epoch(steps, 0)) == all);
  CHECK(sorted(epoch(steps, 1)) == all);
  CHECK(epoch(steps, 0) != epoch(steps, 1));
}

TEST_CASE("the same seed gives the same order, another seed another") {
  CHECK(epoch(plan(50, 8, 1, 7), 0) == epoch(plan(50, 8, 1, 7), 0));
  CHECK(epoch(plan(50, 8, 1, 7), 0) != epoch(plan(50, 8, 1, 8), 0));
}

TEST_CASE("a number of steps, when given, goes before the epochs") {
  CHECK(plan(50, 8, 1, 7, 20).totalSteps() == 20);
  CHECK(plan(50, 8, 1.5, 7).totalSteps() == 11);  // ceil(1.5 * ceil(50 / 8)) = ceil(10.5)
}

TEST_CASE("micro-batches hold every pair once, those of like length together") {
  // By length: 3 (1), 0 (2), 4 (2), 1 (5), 2 (9).
  const auto batches = microBatches({0, 1, 2, 3, 4}, 2, {2, 5, 9, 1, 2});
  REQUIRE(batches.size() == 3);
  CHECK(batches[0] == Indices{3, 0});
  CHECK(batches[1] == Indices{4, 1});
  CHECK(batches[2] == Indices{2});
}

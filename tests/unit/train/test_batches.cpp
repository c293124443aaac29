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

Indices epoch(const StepPlan& plan, std::int64_t number) {
  Indices all;
  for (std::int64_t step = 0; step < plan.stepsPerEpoch(); ++step) {
    const Indices pairs = plan.pairsOfStep(number * plan.stepsPerEpoch() + step);
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
  const StepPlan plan(1200, 32, 1, 0, 42);
  CHECK(plan.totalSteps() == 38);
  CHECK(plan.pairsOfStep(0).size() == 32);
  CHECK(plan.pairsOfStep(37).size() == 16);  // 1200 - 37 * 32
}

TEST_CASE("every epoch visits each pair once, in an order of its own") {
  const StepPlan plan(50, 8, 2, 0, 7);
  Indices all(50);
  std::iota(all.begin(), all.end(), std::size_t{0});
  CHECK(sorted(epoch(plan, 0)) == all);
  CHECK(sorted(epoch(plan, 1)) == all);
  CHECK(epoch(plan, 0) != epoch(plan, 1));
}

TEST_CASE("the same seed gives the same order, another seed another") {
  CHECK(epoch(StepPlan(50, 8, 1, 0, 7), 0) == epoch(StepPlan(50, 8, 1, 0, 7), 0));
  CHECK(epoch(StepPlan(50, 8, 1, 0, 7), 0) != epoch(StepPlan(50, 8, 1, 0, 8), 0));
}

TEST_CASE("a number of steps, when given, goes before the epochs") {
  CHECK(StepPlan(50, 8, 1, 20, 7).totalSteps() == 20);
  CHECK(StepPlan(50, 8, 1.5, 0, 7).totalSteps() == 11);  // ceil(1.5 * ceil(50 / 8)) = ceil(10.5)
}

TEST_CASE("micro-batches hold every pair once, those of like length together") {
  // By length: 3 (1), 0 (2), 4 (2), 1 (5), 2 (9).
  const auto batches = microBatches({0, 1, 2, 3, 4}, 2, {2, 5, 9, 1, 2});
  REQUIRE(batches.size() == 3);
  CHECK(batches[0] == Indices{3, 0});
  CHECK(batches[1] == Indices{4, 1});
  CHECK(batches[2] == Indices{2});
}

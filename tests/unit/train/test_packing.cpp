// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "train/packing.h"

using mia::train::Answers;
using mia::train::PackedPairs;
using mia::train::packPairs;
using mia::train::TokenPair;

namespace {

const TokenPair kLong{
    .id = 1, .prompt = {1, 5, 6}, .chosen = {7, 8, 2}, .rejected = {9, 2}, .pictures = {}};
const TokenPair kShort{
    .id = 2, .prompt = {1}, .chosen = {7, 2}, .rejected = {8, 2}, .pictures = {}};

torch::Tensor row(std::initializer_list<std::int64_t> values) {
  return torch::tensor(std::vector<std::int64_t>(values), torch::kInt64);
}

}  // namespace

TEST_CASE("a row is the prompt, the chosen and the rejected answer, each without its last token") {
  const PackedPairs packed = packPairs({&kLong, &kShort}, Answers::kBoth);
  CHECK(torch::equal(packed.ids[0], row({1, 5, 6, 7, 8, 9})));
  CHECK(torch::equal(packed.ids[1], row({1, 7, 8, 2, 2, 2})));
  // Both answers go on from position 3.
  CHECK(torch::equal(packed.positions[0], row({0, 1, 2, 3, 4, 3})));
}

TEST_CASE("each answer token is predicted by the position before it in its own text") {
  const PackedPairs packed = packPairs({&kLong, &kShort}, Answers::kBoth);
  // Rows are 6 long. Long: 7 from the prompt's end (2), 8 from 7 (3), end from 8 (4); short: 7
  // from 6 + 0, end from 6 + 1. Rejected: 9 from 2, end from 9 (5); 8 from 6 + 0, end from 6 + 2.
  CHECK(torch::equal(packed.predictors, row({2, 3, 4, 6, 7, 2, 5, 6, 8})));
  CHECK(torch::equal(packed.targets, row({7, 8, 2, 7, 2, 9, 2, 8, 2})));
  CHECK(torch::equal(packed.answers, row({0, 0, 0, 1, 1, 2, 2, 3, 3})));
  CHECK(packed.chosenTokens == 5);
}

TEST_CASE("the rejected answer sees the prompt and itself, not the chosen one") {
  const PackedPairs packed = packPairs({&kLong}, Answers::kBoth);
  const torch::Tensor mask = packed.mask[0][0];
  const auto keys = [&](std::int64_t query) { return mask[query].to(torch::kInt64); };
  CHECK(torch::equal(keys(2), row({1, 1, 1, 0, 0, 0})));
  CHECK(torch::equal(keys(4), row({1, 1, 1, 1, 1, 0})));
  CHECK(torch::equal(keys(5), row({1, 1, 1, 0, 0, 1})));
}

TEST_CASE("for fine-tuning the rejected answer is not there at all") {
  const PackedPairs packed = packPairs({&kLong}, Answers::kChosenOnly);
  CHECK(torch::equal(packed.ids[0], row({1, 5, 6, 7, 8})));
  CHECK(torch::equal(packed.targets, row({7, 8, 2})));
  CHECK(packed.chosenTokens == 3);
}

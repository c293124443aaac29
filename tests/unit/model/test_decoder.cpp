// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "kernels/attention_rows.h"
#include "unit/model/tiny.h"

using namespace mia::model;

namespace {

torch::Tensor randomIds(std::int64_t batch, std::int64_t tokens) {
  torch::manual_seed(7);
  return torch::randint(3, 400, {batch, tokens}, torch::kLong);
}

// Sums in another order only: hidden states have size 5.
constexpr double kSame = 2e-5;

}  // namespace

TEST_CASE("texts padded on the left give what they give alone") {
  const torch::NoGradGuard noGradients;
  const auto model = loadTiny();
  const torch::Tensor ids = randomIds(2, 9);
  torch::Tensor mask = torch::ones({2, 9}, torch::kBool);
  mask[1].narrow(0, 0, 4).fill_(false);
  DecodeInput both;
  both.embeddings = model->embed(ids, {});
  both.mask = mask;
  both.positions = positionsOf(mask);
  const torch::Tensor padded = model->decode(both);
  DecodeInput alone;
  alone.embeddings = model->embed(ids.narrow(0, 1, 1).narrow(1, 4, 5), {});
  CHECK(distance(padded[1].narrow(0, 4, 5), model->decode(alone)[0]) < kSame);
  CHECK(padded.isfinite().all().item<bool>());
}

TEST_CASE("pieces through a cache, padded or not, give the whole pass") {
  const torch::NoGradGuard noGradients;
  const auto model = loadTiny();
  const torch::Tensor x = model->embed(randomIds(2, 12), {});
  torch::Tensor mask = torch::ones({2, 12}, torch::kBool);
  for (const bool padded : {false, true}) {
    CAPTURE(padded);
    if (padded) mask[0].narrow(0, 0, 3).fill_(false);
    DecodeInput whole;
    whole.embeddings = x;
    if (padded) whole.mask = mask;
    whole.positions = padded ? positionsOf(mask) : torch::Tensor();
    const torch::Tensor expected = model->decode(whole);
    KvCache cache = model->makeCache(12);
    std::vector<torch::Tensor> parts;
    std::int64_t begin = 0;
    for (const std::int64_t size : {7, 1, 3, 1}) {  // prompt, step, several at once, step
      DecodeInput part;
      part.embeddings = x.narrow(1, begin, size);
      part.cache = &cache;
      if (padded) part.mask = mask.narrow(1, 0, begin + size);
      if (padded) part.positions = whole.positions.narrow(1, begin, size);
      parts.push_back(model->decode(part));
      begin += size;
    }
    CHECK(distance(torch::cat(parts, 1).narrow(1, 3, 9), expected.narrow(1, 3, 9)) < kSame);
  }
}

TEST_CASE("chosen rows of a cache go on like their originals") {
  const torch::NoGradGuard noGradients;
  const auto model = loadTiny();
  const torch::Tensor x = model->embed(randomIds(2, 6), {});
  KvCache cache = model->makeCache(6);
  DecodeInput prompt;
  prompt.embeddings = x.narrow(1, 0, 5);
  prompt.cache = &cache;
  model->decode(prompt);
  KvCache chosen = cache.select(torch::tensor({1, 1, 0}, torch::kLong));
  DecodeInput step;
  step.embeddings = x.narrow(1, 5, 1);
  step.cache = &cache;
  const torch::Tensor expected = model->decode(step);
  step.embeddings = step.embeddings.index_select(0, torch::tensor({1, 1, 0}, torch::kLong));
  step.cache = &chosen;
  const torch::Tensor actual = model->decode(step);
  CHECK(distance(actual[1], expected[1]) < kSame);
  CHECK(distance(actual[2], expected[0]) < kSame);
}

TEST_CASE("two continuations behind one prefix, held apart by a mask, are each as alone") {
  const torch::NoGradGuard noGradients;
  const auto model = loadTiny();
  const torch::Tensor ids = randomIds(1, 11);  // prefix 5, continuations 3 and 3
  const torch::Tensor x = model->embed(ids, {});
  torch::Tensor mask = torch::ones({11, 11}, torch::kBool).tril();
  mask.narrow(0, 8, 3).narrow(1, 5, 3).fill_(false);
  DecodeInput shared;
  shared.embeddings = x;
  shared.mask = mask.view({1, 1, 11, 11});
  shared.positions = torch::tensor({0, 1, 2, 3, 4, 5, 6, 7, 5, 6, 7}, torch::kLong).view({1, 11});
  const torch::Tensor result = model->decode(shared);
  DecodeInput second;
  second.embeddings = torch::cat({x.narrow(1, 0, 5), x.narrow(1, 8, 3)}, 1);
  CHECK(distance(result.narrow(1, 8, 3), model->decode(second).narrow(1, 5, 3)) < kSame);
}

TEST_CASE("a tap sees only the rows, layers and reduction it asks for") {
  const torch::NoGradGuard noGradients;
  const auto model = loadTiny();
  DecodeInput input;
  input.embeddings = model->embed(randomIds(2, 8), {});
  torch::Tensor mask = torch::ones({2, 8}, torch::kBool);
  mask[0].narrow(0, 0, 2).fill_(false);
  std::vector<torch::Tensor> all, some;
  AttentionTap everything;
  everything.take = [&](std::int64_t, const torch::Tensor& a) { all.push_back(a); };
  AttentionTap picky;
  picky.rows = torch::tensor({7, 4}, torch::kLong);
  picky.layers = {false, true, false};
  picky.meanOverHeads = true;
  picky.take = [&](std::int64_t layer, const torch::Tensor& a) {
    CHECK(layer == 1);
    some.push_back(a);
  };
  for (const bool padded : {false, true}) {
    input.mask = padded ? mask : torch::Tensor();
    input.attention = &everything;
    model->decode(input);
    input.attention = &picky;
    model->decode(input);
  }
  REQUIRE(all.size() == 6);
  REQUIRE(some.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    const torch::Tensor& whole = all[3 * i + 1];
    CHECK(distance(whole.sum(-1), torch::ones({2, 4, 8})) < 1e-5);
    CHECK(distance(some[i], whole.index_select(2, picky.rows).mean(1)) < 1e-6);
    // Nobody looks ahead; the rows of padding mean nothing.
    CHECK(whole.narrow(-2, 2, 6).triu(3).abs().max().item<double>() == 0);
  }
  CHECK(all[4][0].narrow(-1, 0, 2).narrow(-2, 2, 6).abs().max().item<double>() == 0);
}

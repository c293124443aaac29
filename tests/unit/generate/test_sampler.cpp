// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <cmath>

#include "generate/sampler.h"

using namespace mia;
using generate::Choice;
using generate::Draw;
using generate::Sampler;

namespace {

std::vector<std::int64_t> ids(const torch::Tensor& tokens) {
  return {tokens.data_ptr<std::int64_t>(), tokens.data_ptr<std::int64_t>() + tokens.numel()};
}

}  // namespace

TEST_CASE("greedy takes the likeliest token and reports the model's own log-probs") {
  const torch::Tensor logits = torch::log(torch::tensor({{0.1, 0.7, 0.2}, {0.4, 0.2, 0.4}}));
  const Choice choice = Sampler({Draw{}, Draw{}}, torch::kCPU).choose(logits);
  CHECK(ids(choice.tokens) == std::vector<std::int64_t>{1, 0});
  CHECK(choice.logProbs[0].item<float>() == doctest::Approx(std::log(0.7)));
  CHECK(choice.maxLogProbs[1].item<float>() == doctest::Approx(std::log(0.4)));
}

TEST_CASE("drawn tokens follow the tempered distribution, their log-probs the untempered one") {
  // p = (1/2, 1/4, 1/4); at temperature 1/2 the weights are squared: (4, 1, 1) / 6.
  const int rows = 6000;
  std::vector<Draw> draws;
  for (int i = 0; i < rows; ++i) {
    draws.push_back({0.5, Random::stream(7, "test", static_cast<std::uint64_t>(i))});
  }
  const torch::Tensor logits = torch::log(torch::tensor({{0.5, 0.25, 0.25}})).expand({rows, 3});
  const Choice choice = Sampler(std::move(draws), torch::kCPU).choose(logits);
  const double zeros = choice.tokens.eq(0).sum().item<double>() / rows;
  const double twos = choice.tokens.eq(2).sum().item<double>() / rows;
  // Four standard errors: sqrt(2/3 * 1/3 / 6000) = 0.0061, sqrt(1/6 * 5/6 / 6000) = 0.0048.
  CHECK(std::abs(zeros - 2.0 / 3) < 0.025);
  CHECK(std::abs(twos - 1.0 / 6) < 0.02);
  const torch::Tensor expected =
      torch::where(choice.tokens.eq(0), std::log(0.5), std::log(0.25)).to(torch::kFloat32);
  CHECK(torch::allclose(choice.logProbs, expected));
  CHECK(torch::allclose(choice.maxLogProbs, torch::full({rows}, std::log(0.5f))));
}

TEST_CASE("a row draws the same whatever stands beside it") {
  const auto draw = [](std::uint64_t index) { return Draw{1.0, Random::stream(3, "row", index)}; };
  torch::manual_seed(1);
  const torch::Tensor logits = torch::randn({3, 50});
  Sampler together({draw(0), Draw{}, draw(2)}, torch::kCPU);
  Sampler alone({draw(2)}, torch::kCPU);
  for (int step = 0; step < 5; ++step) {
    const auto all = ids(together.choose(logits).tokens);
    CHECK(all[2] == ids(alone.choose(logits.slice(0, 2)).tokens)[0]);
  }
}

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "generate/answer.h"
#include "tests/unit/generate/tiny_model.h"

using namespace mia;
using namespace mia::tiny;
using generate::answerBatch;
using generate::AnswerOptions;
using generate::LayerReading;
using generate::Prompt;
using generate::TokenAnswer;

namespace {

std::vector<Prompt> unequalPrompts() {
  return {aPrompt(1, 2, 9), aPrompt(2, 1, 3), aPrompt(3, 0, 5), aPrompt(4, 3, 1), aPrompt(5, 2, 9)};
}

// Another matrix shape rounds differently: some 1e-7 in a log-prob of this model.
void checkSame(const TokenAnswer& a, const TokenAnswer& b) {
  CHECK(a.ids == b.ids);
  CHECK(a.complete == b.complete);
  REQUIRE(a.logProbs.size() == b.logProbs.size());
  for (std::size_t i = 0; i < a.logProbs.size(); ++i) {
    CHECK(std::abs(a.logProbs[i] - b.logProbs[i]) < 1e-5);
    CHECK(std::abs(a.maxLogProbs[i] - b.maxLogProbs[i]) < 1e-5);
  }
  REQUIRE(a.layers.size() == b.layers.size());
  for (std::size_t layer = 0; layer < a.layers.size(); ++layer) {
    const LayerReading &x = a.layers[layer], &y = b.layers[layer];
    REQUIRE(x.map.size() == y.map.size());
    for (std::size_t v = 0; v < x.map.size(); ++v) CHECK(std::abs(x.map[v] - y.map[v]) < 1e-4);
    CHECK(std::abs(x.elsewhere - y.elsewhere) < 1e-5);
    CHECK(std::abs(x.paperShare - y.paperShare) < 1e-5);
  }
}

// The reference: the whole text again for every token, no cache, no padding, no shared prompt.
std::vector<std::int64_t> plainGreedy(model::Llava& model, const Prompt& prompt, int most) {
  const torch::NoGradGuard noGradients;
  const torch::Tensor asked = model.embed(torch::tensor(prompt.ids).unsqueeze(0), prompt.imageRows);
  std::vector<std::int64_t> answer;
  while (static_cast<int>(answer.size()) < most && (answer.empty() || answer.back() != kEnd)) {
    model::DecodeInput input;
    const torch::Tensor said = torch::tensor(answer, torch::kInt64).unsqueeze(0);
    input.embeddings = torch::cat({asked, torch::embedding(model.decoder->embedTokens, said)}, 1);
    const torch::Tensor logits = model.head(model.decode(input).select(1, -1));
    answer.push_back(logits.argmax(-1).item<std::int64_t>());
  }
  return answer;
}

}  // namespace

TEST_CASE("a batch of unequal prompts answers as each prompt alone") {
  const auto prompts = unequalPrompts();
  const auto together = answerBatch(tinyModel(), prompts, someOptions(3));
  REQUIRE(together.size() == prompts.size());
  std::size_t shortest = 99, longest = 0;
  for (std::size_t p = 0; p < prompts.size(); ++p) {
    const auto alone = answerBatch(tinyModel(), {prompts[p]}, someOptions(3));
    REQUIRE(together[p].size() == 4);
    for (std::size_t r = 0; r < 4; ++r) {
      checkSame(together[p][r], alone[0][r]);
      shortest = std::min(shortest, alone[0][r].ids.size());
      longest = std::max(longest, alone[0][r].ids.size());
    }
  }
  // Otherwise nothing left the batch early, or nothing outgrew the cache's first room.
  CHECK(shortest < 15);
  CHECK(longest > 35);
}

TEST_CASE("greedy answers are those of the plain loop over whole texts") {
  for (const Prompt& prompt : unequalPrompts()) {
    const auto answers = answerBatch(tinyModel(), {prompt}, someOptions(2));
    CHECK(answers[0][0].ids == plainGreedy(tinyModel(), prompt, 40));
  }
}

TEST_CASE("drawn answers differ from each other and not from themselves when asked for more") {
  const auto two = answerBatch(tinyModel(), {aPrompt(1, 2, 9)}, someOptions(2));
  const auto four = answerBatch(tinyModel(), {aPrompt(1, 2, 9)}, someOptions(4));
  checkSame(two[0][1], four[0][1]);
  checkSame(two[0][2], four[0][2]);
  CHECK(four[0][1].ids != four[0][2].ids);
}

TEST_CASE("attention of the emitting rows is what a pass over the whole text has there") {
  const Prompt prompt = aPrompt(6, 2, 4);
  const auto answers = answerBatch(tinyModel(), {prompt}, someOptions(4))[0];
  const TokenAnswer& answer =
      *std::max_element(answers.begin(), answers.end(),
                        [](const auto& a, const auto& b) { return a.ids.size() < b.ids.size(); });
  REQUIRE(answer.ids.size() > 3);
  std::vector<torch::Tensor> maps;  // [tokens, visual] of each layer
  model::AttentionTap tap;
  const auto first = static_cast<std::int64_t>(prompt.ids.size()) - 1;
  tap.rows = torch::arange(first, first + static_cast<std::int64_t>(answer.ids.size()));
  const torch::Tensor columns = torch::tensor(prompt.ids).eq(kImage).nonzero().squeeze(1);
  tap.take = [&](std::int64_t, const torch::Tensor& attention) {
    maps.push_back(attention[0].mean(0).index_select(1, columns));
  };
  model::DecodeInput input;
  const torch::NoGradGuard noGradients;
  const torch::Tensor said = torch::tensor(answer.ids).slice(0, 0, -1).unsqueeze(0);
  input.embeddings =
      torch::cat({tinyModel().embed(torch::tensor(prompt.ids).unsqueeze(0), prompt.imageRows),
                  torch::embedding(tinyModel().decoder->embedTokens, said)},
                 1);
  input.attention = &tap;
  tinyModel().decode(input);
  REQUIRE(maps.size() == answer.layers.size());
  for (std::size_t layer = 0; layer < maps.size(); ++layer) {
    const LayerReading& reading = answer.layers[layer];
    const torch::Tensor mean = maps[layer].mean(0);
    const torch::Tensor map = torch::tensor(reading.map);
    CHECK(torch::allclose(map, mean / mean.mean(), 1e-4, 1e-5));
    CHECK(map.mean().item<double>() == doctest::Approx(1));
    CHECK(reading.shares[0] + reading.shares[1] + reading.elsewhere == doctest::Approx(1));
    REQUIRE(reading.tokenShares.size() == answer.ids.size());
    const torch::Tensor last = maps[layer][-1];
    const torch::Tensor share = (prompt.coverage[1] * last).sum() / last.sum();
    CHECK(reading.tokenShares.back()[1] == doctest::Approx(share.item<double>()).epsilon(1e-4));
    const torch::Tensor fedBack = maps[layer].slice(0, 1).sum(0);
    const double paper = ((prompt.paper * fedBack).sum() / fedBack.sum()).item<double>();
    CHECK(reading.paperShare == doctest::Approx(paper).epsilon(1e-4));
  }
}

TEST_CASE("a prompt whose image tokens have no rows is refused") {
  Prompt prompt = aPrompt(1, 2, 3);
  prompt.imageRows = prompt.imageRows.slice(0, 1);
  CHECK_THROWS_AS(answerBatch(tinyModel(), {prompt}, someOptions(0)), Error);
}

TEST_CASE("a stop ends the batch between two tokens") {
  std::stop_source source;
  source.request_stop();
  AnswerOptions options = someOptions(0);
  options.stop = source.get_token();
  try {
    answerBatch(tinyModel(), {aPrompt(1, 1, 3)}, options);
    FAIL("went on");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::kStopped);
  }
}

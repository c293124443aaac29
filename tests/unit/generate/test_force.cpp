// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generate/force.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "model/weights/llava_files.h"
#include "model/weights/safetensors.h"
#include "tests/unit/generate/tiny_model.h"

using namespace mia;
using namespace mia::tiny;
using generate::answerBatch;
using generate::AnswerOptions;
using generate::EmittedToken;
using generate::forceAnswer;
using generate::LayerReading;
using generate::looksOf;
using generate::Prompt;
using generate::TokenAnswer;

namespace {

// One pass has products of another shape than one token after the other: float32 rounds to some
// 1e-7 of a value, and a few layers of it stay below these.
constexpr double kLogProb = 1e-5;
constexpr double kShare = 1e-5;
constexpr double kMap = 1e-4;

void checkSameLooks(const TokenAnswer& forced, const TokenAnswer& made) {
  REQUIRE(forced.layers.size() == made.layers.size());
  for (std::size_t layer = 0; layer < made.layers.size(); ++layer) {
    const LayerReading &x = forced.layers[layer], &y = made.layers[layer];
    CHECK(x.layer == y.layer);
    CHECK(std::abs(x.elsewhere - y.elsewhere) < kShare);
    CHECK(std::abs(x.paperShare - y.paperShare) < kShare);
    for (std::size_t r = 0; r < y.shares.size(); ++r) {
      CHECK(std::abs(x.shares[r] - y.shares[r]) < kShare);
    }
    REQUIRE(x.tokenShares.size() == y.tokenShares.size());
    for (std::size_t t = 0; t < y.tokenShares.size(); ++t) {
      for (std::size_t r = 0; r < y.shares.size(); ++r) {
        CHECK(std::abs(x.tokenShares[t][r] - y.tokenShares[t][r]) < kShare);
      }
    }
    REQUIRE(x.map.size() == y.map.size());
    for (std::size_t v = 0; v < y.map.size(); ++v) CHECK(std::abs(x.map[v] - y.map[v]) < kMap);
  }
}

std::vector<TokenAnswer> someAnswers(const Prompt& prompt) {
  return answerBatch(tinyModel(), {prompt}, someOptions(4))[0];
}

}  // namespace

TEST_CASE("a forced answer has the figures that it had when it was made token by token") {
  for (const int pictures : {1, 2, 3}) {
    const Prompt prompt = aPrompt(static_cast<std::uint64_t>(pictures), pictures, 6);
    for (const TokenAnswer& made : someAnswers(prompt)) {
      const TokenAnswer forced = forceAnswer(tinyModel(), prompt, made.ids, someOptions(0));
      CHECK(forced.ids == made.ids);
      CHECK(forced.complete == made.complete);
      REQUIRE(forced.logProbs.size() == made.logProbs.size());
      for (std::size_t i = 0; i < made.ids.size(); ++i) {
        CHECK(std::abs(forced.logProbs[i] - made.logProbs[i]) < kLogProb);
        CHECK(std::abs(forced.maxLogProbs[i] - made.maxLogProbs[i]) < kLogProb);
      }
      checkSameLooks(forced, made);
    }
  }
}

TEST_CASE("those who watch see the tokens and rows that the answer is made of") {
  const Prompt prompt = aPrompt(1, 2, 9);
  const auto answers = someAnswers(prompt);
  for (const bool isForced : {false, true}) {
    std::vector<EmittedToken> seen;
    AnswerOptions options = someOptions(isForced ? 0 : 4);
    options.watch = [&](const EmittedToken& token) {
      if (token.answer == (isForced ? 0u : 3u)) seen.push_back(token);
    };
    if (isForced) {
      forceAnswer(tinyModel(), prompt, answers[3].ids, options);
    } else {
      answerBatch(tinyModel(), {prompt}, options);
    }
    REQUIRE(seen.size() == answers[3].ids.size());
    torch::Tensor sum = torch::zeros({2, 8});
    for (std::size_t i = 0; i < seen.size(); ++i) {
      CHECK(seen[i].id == answers[3].ids[i]);
      CHECK(std::abs(seen[i].logProb - answers[3].logProbs[i]) < kLogProb);
      sum += seen[i].rows;
    }
    for (int layer = 0; layer < 2; ++layer) {
      const auto map = torch::tensor(answers[3].layers[static_cast<std::size_t>(layer)].map);
      CHECK(torch::allclose(generate::timesUniform(sum)[layer], map, kMap, kMap));
    }
  }
}

TEST_CASE("a drawn answer alone is the one that stands among others") {
  const Prompt prompt = aPrompt(1, 2, 9);
  const auto answers = someAnswers(prompt);
  AnswerOptions options = someOptions(3);
  options.firstAnswer = 3;
  const auto alone = answerBatch(tinyModel(), {prompt}, options)[0];
  REQUIRE(alone.size() == 1);
  CHECK(alone[0].ids == answers[3].ids);
}

TEST_CASE("a stop keeps the tokens so far where that is wanted") {
  const Prompt prompt = aPrompt(1, 2, 9);
  std::stop_source source;
  AnswerOptions options = someOptions(0);
  options.endIds = {};
  options.stop = source.get_token();
  options.keepStopped = true;
  int seen = 0;
  options.watch = [&](const EmittedToken&) {
    if (++seen == 3) source.request_stop();
  };
  const TokenAnswer stopped = answerBatch(tinyModel(), {prompt}, options)[0][0];
  CHECK(stopped.ids.size() == 3);
  CHECK_FALSE(stopped.complete);
  REQUIRE(stopped.layers.size() == 2);
  CHECK(stopped.layers[0].tokenShares.size() == 3);
  // Before the first token there is nothing to keep.
  CHECK_THROWS_AS(answerBatch(tinyModel(), {prompt}, options), Error);
  CHECK_THROWS_AS(forceAnswer(tinyModel(), prompt, {5, 6}, options), Error);
}

TEST_CASE("looks of each head average to those of all, and these to the answer's map") {
  const Prompt prompt = aPrompt(6, 2, 4);
  const auto answers = someAnswers(prompt);
  const TokenAnswer& answer = answers[1];
  const auto tokens = static_cast<std::int64_t>(answer.ids.size());
  for (const std::int64_t layer : {0, 1}) {
    const auto heads = looksOf(tinyModel(), prompt, answer.ids, {layer, layer, true}, {});
    const auto all = looksOf(tinyModel(), prompt, answer.ids, {layer, layer, false}, {});
    CHECK(heads.maps.sizes() == torch::IntArrayRef({tokens, 4, 8}));
    CHECK(all.maps.sizes() == torch::IntArrayRef({tokens, 1, 8}));
    const auto weighted = [](const generate::Looks& looks) {
      return looks.maps * looks.mass.unsqueeze(-1);
    };
    CHECK(torch::allclose(weighted(heads).mean(1, true), weighted(all), kMap, 1e-6));
    CHECK(torch::allclose(heads.maps.mean(-1), torch::ones({tokens, 4})));
    const torch::Tensor map = generate::timesUniform(weighted(all).sum(0))[0];
    const auto& reading = answer.layers[static_cast<std::size_t>(layer)];
    CHECK(torch::allclose(map, torch::tensor(reading.map), kMap, kMap));
  }
}

TEST_CASE("looks over a range of layers are the mean of their rows") {
  const Prompt prompt = aPrompt(6, 2, 4);
  const std::vector<std::int64_t> ids = {5, 9, kEnd};
  const auto rows = [&](std::int64_t first, std::int64_t last) {
    const auto looks = looksOf(tinyModel(), prompt, ids, {first, last, true}, {});
    return looks.maps * looks.mass.unsqueeze(-1);
  };
  CHECK(torch::allclose(rows(0, 1), (rows(0, 0) + rows(1, 1)) / 2, kMap, 1e-6));
}

TEST_CASE("looks and log-probs of a given answer are those of transformers") {
  const auto model = model::loadLlava(MIA_TEST_DATA "/model/tiny");
  const auto golden = model::SafeTensors::open(MIA_TEST_DATA "/model/goldens.safetensors");
  for (const std::int64_t pictures : {2, 5}) {
    // The last rows of the text: those that emit its last three tokens and one more.
    const std::string name = "c" + std::to_string(pictures) + ".";
    const torch::Tensor ids = golden.tensor(name + "ids");
    const torch::Tensor asked = ids.slice(0, 0, -3).contiguous();
    const torch::Tensor given = ids.slice(0, -3).contiguous();
    std::vector<std::int64_t> answer(given.data_ptr<std::int64_t>(),
                                     given.data_ptr<std::int64_t>() + 3);
    answer.push_back(golden.tensor(name + "greedy")[0].item<std::int64_t>());
    Prompt prompt;
    prompt.ids = {asked.data_ptr<std::int64_t>(), asked.data_ptr<std::int64_t>() + asked.size(0)};
    const torch::NoGradGuard noGradients;
    prompt.imageRows = model
                           ->project(model->visionFeatures(
                               golden.tensor("pixels").narrow(0, 0, pictures).to(torch::kFloat)))
                           .flatten(0, 1);
    prompt.coverage = torch::ones({1, prompt.imageRows.size(0)});
    prompt.paper = torch::ones({prompt.imageRows.size(0)});
    const torch::Tensor columns = ids.eq(model->config().imageTokenId).nonzero().squeeze(1);
    for (std::int64_t layer = 0; layer < model->config().text.layers; ++layer) {
      const auto looks = looksOf(*model, prompt, answer, {layer, layer, true}, {});
      const torch::Tensor rows = golden.tensor(name + "attention." + std::to_string(layer))
                                     .index_select(2, columns)
                                     .transpose(0, 1);
      CHECK(torch::allclose(looks.mass, rows.sum(-1), 1e-4, 1e-5));
      CHECK(torch::allclose(looks.maps, generate::timesUniform(rows), 1e-3, 1e-4));
    }
    const torch::Tensor logits = golden.tensor(name + "logits").slice(0, -4);
    const TokenAnswer forced = forceAnswer(*model, prompt, answer, someOptions(0));
    for (std::int64_t i = 0; i < 4; ++i) {
      const auto id = answer[static_cast<std::size_t>(i)];
      const double expected = torch::log_softmax(logits[i], -1)[id].item<double>();
      CHECK(std::abs(forced.logProbs[static_cast<std::size_t>(i)] - expected) < 1e-4);
    }
    CHECK(forced.logProbs.back() == forced.maxLogProbs.back());
  }
}

TEST_CASE("what cannot be forced is refused in words") {
  const Prompt prompt = aPrompt(1, 1, 3);
  CHECK_THROWS_AS(forceAnswer(tinyModel(), prompt, {}, someOptions(0)), Error);
  CHECK_THROWS_AS(forceAnswer(tinyModel(), prompt, {40}, someOptions(0)), Error);
  CHECK_THROWS_AS(looksOf(tinyModel(), prompt, {5}, {1, 2, false}, {}), Error);
  CHECK_THROWS_AS(looksOf(tinyModel(), aPrompt(1, 0, 3), {5}, {0, 1, false}, {}), Error);
}

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "support/trl_run.h"
#include "train/pair_scorer.h"

using namespace mia::train;
using mia::TrlRun;

namespace {

// The same answer by the plain road: one text, the causal rule, log-softmax over every position.
double plainLogProb(mia::model::Llava& model, VisualFeatures& features, const TokenPair& pair,
                    const std::vector<std::int64_t>& answer) {
  std::vector<std::int64_t> text = pair.prompt;
  text.insert(text.end(), answer.begin(), answer.end());
  const torch::Tensor ids = torch::tensor(text, torch::kInt64).unsqueeze(0);
  mia::model::DecodeInput input;
  input.embeddings = model.embed(ids, features.rows(pair.pictures));
  const torch::Tensor logits = model.head(model.decode(input))[0];
  const torch::Tensor logProbs = torch::log_softmax(logits, -1);
  double sum = 0;
  for (std::size_t i = pair.prompt.size(); i < text.size(); ++i) {
    sum += logProbs[static_cast<std::int64_t>(i) - 1][text[i]].item<double>();
  }
  return sum;
}

}  // namespace

TEST_CASE("a packed pair scores as its two texts do by themselves") {
  const torch::NoGradGuard noGradients;
  TrlRun run;
  const auto model = run.model();
  VisualFeatures features(*model, run.data, std::int64_t{1} << 20);
  PairScorer scorer(*model, features);
  std::vector<const TokenPair*> pairs;
  for (const TokenPair& pair : run.data.pairs) pairs.push_back(&pair);

  const PairScores scores = scorer.score(pairs, Answers::kBoth);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto row = static_cast<std::int64_t>(i);
    const TokenPair& pair = *pairs[i];
    // fp32 over sums of up to seven log-probabilities of about 4.
    CHECK(scores.answers.chosen[row].item<double>() ==
          doctest::Approx(plainLogProb(*model, features, pair, pair.chosen)).epsilon(1e-5));
    CHECK(scores.answers.rejected[row].item<double>() ==
          doctest::Approx(plainLogProb(*model, features, pair, pair.rejected)).epsilon(1e-5));
  }
}

TEST_CASE("the token log-probabilities are those of the chosen answers, and add up to them") {
  const torch::NoGradGuard noGradients;
  TrlRun run;
  const auto model = run.model();
  VisualFeatures features(*model, run.data, std::int64_t{1} << 20);
  PairScorer scorer(*model, features);
  const PairScores scores = scorer.score({&run.data.pairs[0], &run.data.pairs[1]}, Answers::kBoth);
  const auto tokens =
      static_cast<std::int64_t>(run.data.pairs[0].chosen.size() + run.data.pairs[1].chosen.size());
  CHECK(scores.chosenTokens.size(0) == tokens);
  CHECK(scores.chosenTokens.sum().item<double>() ==
        doctest::Approx(scores.answers.chosen.sum().item<double>()).epsilon(1e-6));
}

TEST_CASE("pictures beyond the memory for features are seen anew, with the same result") {
  const torch::NoGradGuard noGradients;
  TrlRun run;
  const auto model = run.model();
  VisualFeatures kept(*model, run.data, std::int64_t{1} << 20);
  VisualFeatures none(*model, run.data, 0);
  kept.prepare(run.data.pairs, {});
  none.prepare(run.data.pairs, {});
  // The tower's sums may run in another order for another batch.
  CHECK(torch::allclose(kept.rows({0, 3, 1}), none.rows({0, 3, 1}), 1e-5, 1e-6));
}

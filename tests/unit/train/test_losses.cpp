// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <cmath>

#include "train/log_probs.h"
#include "train/loss/cross_entropy.h"
#include "train/loss/preference.h"

using namespace mia::train;

// What one fp32 log-sigmoid or log-softmax of numbers around 1 may be off by.
constexpr double kTolerance = 1e-6;

namespace {

double valueAt(const torch::Tensor& values, std::int64_t index) {
  return values[index].item<double>();
}

}  // namespace

TEST_CASE("DPO's loss and rewards are those of the derivation") {
  // chosen: log-ratio -4 - -5 = 1; rejected: -7 - -5 = -2; delta = 3, beta 0.1:
  // loss = -log sigmoid(0.3) = log(1 + e^-0.3) = 0.554355; rewards 0.1 and -0.2.
  const AnswerLogProbs policy{torch::tensor({-4.0f}), torch::tensor({-7.0f})};
  const AnswerLogProbs reference{torch::tensor({-5.0f}), torch::tensor({-5.0f})};
  const PreferenceLoss loss = sigmoidLoss(policy, reference, 0.1);
  CHECK(valueAt(loss.losses, 0) == doctest::Approx(0.554355244).epsilon(kTolerance));
  CHECK(valueAt(loss.rewardsChosen, 0) == doctest::Approx(0.1).epsilon(kTolerance));
  CHECK(valueAt(loss.rewardsRejected, 0) == doctest::Approx(-0.2).epsilon(kTolerance));
}

TEST_CASE("a policy that equals its reference loses log 2 on every pair") {
  const AnswerLogProbs same{torch::tensor({-3.0f, -30.0f}), torch::tensor({-1.0f, -90.0f})};
  const PreferenceLoss loss = sigmoidLoss(same, same, 0.1);
  CHECK(valueAt(loss.losses, 0) == doctest::Approx(std::log(2.0)).epsilon(kTolerance));
  CHECK(valueAt(loss.losses, 1) == doctest::Approx(std::log(2.0)).epsilon(kTolerance));
}

TEST_CASE("DPO's gradient pulls the chosen and pushes the rejected answer equally") {
  // d loss / d log pi(chosen) = -beta sigmoid(-beta delta) = -0.5 sigmoid(-1) = -0.134471
  // for beta 0.5 and delta 2; the rejected answer's is its negative.
  const AnswerLogProbs policy{torch::tensor({-1.0f}, torch::requires_grad()),
                              torch::tensor({-3.0f}, torch::requires_grad())};
  const AnswerLogProbs reference{torch::tensor({-2.0f}), torch::tensor({-2.0f})};
  sigmoidLoss(policy, reference, 0.5).losses.sum().backward();
  CHECK(valueAt(policy.chosen.grad(), 0) == doctest::Approx(-0.134470711).epsilon(kTolerance));
  CHECK(valueAt(policy.rejected.grad(), 0) == doctest::Approx(0.134470711).epsilon(kTolerance));
}

TEST_CASE("a margin that no float can exponentiate still gives a finite loss") {
  // delta = -2e4, beta 0.1: loss = log(1 + e^2000) = 2000 to fp32's precision.
  const AnswerLogProbs policy{torch::tensor({-1e4f}), torch::tensor({1e4f})};
  const AnswerLogProbs reference{torch::tensor({0.0f}), torch::tensor({0.0f})};
  CHECK(valueAt(sigmoidLoss(policy, reference, 0.1).losses, 0) == doctest::Approx(2000.0));
}

TEST_CASE("the parts of a cross-entropy add up to the step's mean per token") {
  // (1 + 2 + 6) / 3 = 3, though the first part's own mean is 1.5 and the second's 6.
  const torch::Tensor first = torch::tensor({-1.0f, -2.0f});
  const torch::Tensor second = torch::tensor({-6.0f});
  const torch::Tensor sum = crossEntropy(first, 3) + crossEntropy(second, 3);
  CHECK(sum.item<double>() == doctest::Approx(3.0).epsilon(kTolerance));
}

TEST_CASE("token log-probabilities are logit minus log-sum-exp, in fp32 even from bf16") {
  // logits (0, log 3): probabilities 1/4 and 3/4.
  const torch::Tensor logits = torch::tensor({{0.0f, std::log(3.0f)}, {0.0f, std::log(3.0f)}});
  const torch::Tensor result = tokenLogProbs(logits, torch::tensor({0, 1}, torch::kInt64));
  CHECK(valueAt(result, 0) == doctest::Approx(std::log(0.25)).epsilon(kTolerance));
  CHECK(valueAt(result, 1) == doctest::Approx(std::log(0.75)).epsilon(kTolerance));
  const torch::Tensor half =
      tokenLogProbs(torch::zeros({1, 3}, torch::kBFloat16), torch::tensor({2}, torch::kInt64));
  // log(1/3) = -1.098612; bf16 could only say -1.1016.
  CHECK(valueAt(half, 0) == doctest::Approx(std::log(1.0 / 3.0)).epsilon(kTolerance));
}

TEST_CASE("answers are summed each by itself, whatever their order") {
  // answer 0: 1 + 4 = 5; answer 1: none; answer 2: 2 + 3 = 5.
  const torch::Tensor sums = sumByAnswer(torch::tensor({1.0f, 2.0f, 3.0f, 4.0f}),
                                         torch::tensor({0, 2, 2, 0}, torch::kInt64), 3);
  CHECK(valueAt(sums, 0) == 5.0);
  CHECK(valueAt(sums, 1) == 0.0);
  CHECK(valueAt(sums, 2) == 5.0);
}

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/objective.h"

#include "train/batches.h"
#include "train/loss/cross_entropy.h"

namespace mia::train {

StepObjective::StepObjective(PairScorer& scorer, const std::vector<TokenPair>& pairs,
                             const ReferenceLogProbs& reference, const DpoOptions& options,
                             const torch::Device& device)
    : scorer_(scorer),
      pairs_(pairs),
      reference_(reference),
      options_(options),
      device_(device),
      answers_(options.objective == Objective::kDpo ? Answers::kBoth : Answers::kChosenOnly) {
  for (const TokenPair& pair : pairs_) lengths_.push_back(packedLength(pair, answers_));
}

StepMetrics StepObjective::differentiate(const std::vector<std::size_t>& pairs) {
  return run(pairs, true);
}

StepMetrics StepObjective::measure(const std::vector<std::size_t>& pairs) {
  const torch::NoGradGuard noGradients;
  return run(pairs, false);
}

std::int64_t StepObjective::tokens(const std::vector<std::size_t>& pairs) const {
  std::int64_t sum = 0;
  for (const std::size_t pair : pairs) sum += lengths_[pair];
  return sum;
}

StepMetrics StepObjective::run(const std::vector<std::size_t>& pairs, bool withGradients) {
  Step step{.pairs = static_cast<std::int64_t>(pairs.size())};
  for (const std::size_t pair : pairs) {
    step.chosenTokens += static_cast<std::int64_t>(pairs_[pair].chosen.size());
  }
  StepMetrics metrics;
  const auto size = static_cast<std::size_t>(options_.microBatchSize);
  for (const auto& microBatch : microBatches(pairs, size, lengths_)) {
    const torch::Tensor loss = lossOf(microBatch, step, metrics);
    if (withGradients) loss.backward();
    metrics.addLoss(loss.item<double>());
  }
  return metrics;
}

torch::Tensor StepObjective::lossOf(const std::vector<std::size_t>& microBatch, const Step& step,
                                    StepMetrics& metrics) {
  std::vector<const TokenPair*> pairs;
  for (const std::size_t pair : microBatch) pairs.push_back(&pairs_[pair]);
  const PairScores scores = scorer_.score(pairs, answers_);
  metrics.addLogProbs(scores.answers);
  metrics.addTokens(scores.chosenTokens, scores.correct);
  const torch::Tensor fineTuning = crossEntropy(scores.chosenTokens, step.chosenTokens);
  if (options_.objective == Objective::kSft) return fineTuning;
  const PreferenceLoss preference =
      sigmoidLoss(scores.answers, reference_.of(microBatch, device_), options_.beta);
  metrics.addPreference(preference, microBatch);
  return preference.losses.sum() / static_cast<double>(step.pairs) + options_.gamma * fineTuning;
}

}  // namespace mia::train

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "train/metrics.h"
#include "train/options.h"
#include "train/pair_scorer.h"
#include "train/reference.h"

namespace mia::train {

/// The loss of a step: -log sigmoid(beta delta), mean over its pairs, + gamma CE(chosen), mean over
/// their tokens (mia_dpo.md section 5); for fine-tuning CE(chosen) alone. How the step is cut into
/// micro-batches changes nothing but rounding.
class StepObjective {
 public:
  /// Pairs are named by their index in `pairs`, as in `reference` (which fine-tuning never reads).
  /// All must outlive it.
  StepObjective(PairScorer& scorer, const std::vector<TokenPair>& pairs,
                const ReferenceLogProbs& reference, const DpoOptions& options,
                const torch::Device& device);

  /// Adds the gradient of the loss over these pairs to the parameters'.
  StepMetrics differentiate(const std::vector<std::size_t>& pairs);
  /// The same figures without gradients.
  StepMetrics measure(const std::vector<std::size_t>& pairs);
  /// Tokens that the model reads for these pairs, padding left aside.
  std::int64_t tokens(const std::vector<std::size_t>& pairs) const;

 private:
  struct Step {
    std::int64_t pairs = 0;
    std::int64_t chosenTokens = 0;
  };
  StepMetrics run(const std::vector<std::size_t>& pairs, bool withGradients);
  torch::Tensor lossOf(const std::vector<std::size_t>& microBatch, const Step& step,
                       StepMetrics& metrics);

  PairScorer& scorer_;
  const std::vector<TokenPair>& pairs_;
  const ReferenceLogProbs& reference_;
  const DpoOptions& options_;
  torch::Device device_;
  Answers answers_;
  std::vector<std::int64_t> lengths_;  // of the packed pairs
};

}  // namespace mia::train

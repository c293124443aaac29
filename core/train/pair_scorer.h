// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/lvlm/llava.h"
#include "train/loss/preference.h"
#include "train/packing.h"
#include "train/visual_features.h"

namespace mia::train {

/// What the model thinks of the answers of a micro-batch.
struct PairScores {
  AnswerLogProbs answers;      ///< sums, [pairs]; `rejected` undefined for Answers::kChosenOnly
  torch::Tensor chosenTokens;  ///< log-probabilities of all tokens of the chosen answers, [tokens]
  torch::Tensor correct;       ///< [tokens] bool: the token is the model's first guess
};

/// Runs pairs through the model: one pass per micro-batch, the prompt once for both answers, and
/// only the answers' positions through the output head.
class PairScorer {
 public:
  PairScorer(model::Llava& model, VisualFeatures& features) : model_(model), features_(features) {}

  /// Carries gradients unless they are off.
  PairScores score(const std::vector<const TokenPair*>& pairs, Answers answers);

 private:
  model::Llava& model_;
  VisualFeatures& features_;
};

}  // namespace mia::train

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "base/json.h"
#include "train/loss/preference.h"

namespace mia::train {

/// Gathers what the micro-batches of one step (or of an evaluation) give and names it as TRL does:
/// loss, nll_loss, logps/{chosen,rejected}, mean_token_accuracy (chosen answers) and, when there is
/// a reference, rewards/{chosen,rejected,margins,accuracies}. Means are over all pairs (or tokens)
/// gathered; TRL means over micro-batches first, which is the same when they are equally large.
class StepMetrics {
 public:
  /// Log-probabilities of a micro-batch; `rejected` may be undefined (fine-tuning).
  void addLogProbs(const AnswerLogProbs& policy);
  /// `pairs` tells whose they are: numbers of the caller's own.
  void addPreference(const PreferenceLoss& preference, const std::vector<std::size_t>& pairs);
  /// The chosen answers' tokens: their log-probabilities, and which were the model's first guess.
  void addTokens(const torch::Tensor& logProbs, const torch::Tensor& correct);
  /// What was differentiated; the parts of a step add up to its loss.
  void addLoss(double part) { loss_ += part; }

  double loss() const { return loss_; }
  /// Reward of the chosen less that of the rejected answer of each of these pairs, to four
  /// decimals; empty when there is no reference.
  std::vector<double> marginsOf(const std::vector<std::size_t>& pairs) const;
  /// `prefix` is "eval_" for an evaluation.
  Json toJson(const std::string& prefix = "") const;

 private:
  std::int64_t pairs_ = 0;
  std::int64_t preferencePairs_ = 0;
  std::int64_t tokens_ = 0;
  bool hasRejected_ = false;
  double loss_ = 0;
  double chosenLogProbs_ = 0;
  double rejectedLogProbs_ = 0;
  double chosenRewards_ = 0;
  double rejectedRewards_ = 0;
  double accurate_ = 0;
  double tokenLogProbs_ = 0;
  double correctTokens_ = 0;
  std::unordered_map<std::size_t, double> margins_;  ///< by pair
};

}  // namespace mia::train

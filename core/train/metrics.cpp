// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/metrics.h"

#include <cmath>

namespace mia::train {
namespace {

double total(const torch::Tensor& values) {
  return values.detach().sum(torch::kFloat64).item<double>();
}

double mean(double sum, std::int64_t count) { return sum / static_cast<double>(count); }

}  // namespace

void StepMetrics::addLogProbs(const AnswerLogProbs& policy) {
  pairs_ += policy.chosen.size(0);
  chosenLogProbs_ += total(policy.chosen);
  if (!policy.rejected.defined()) return;
  hasRejected_ = true;
  rejectedLogProbs_ += total(policy.rejected);
}

void StepMetrics::addPreference(const PreferenceLoss& preference,
                                const std::vector<std::size_t>& pairs) {
  preferencePairs_ += preference.rewardsChosen.size(0);
  chosenRewards_ += total(preference.rewardsChosen);
  rejectedRewards_ += total(preference.rewardsRejected);
  accurate_ += total(preference.rewardsChosen > preference.rewardsRejected);
  const torch::Tensor margins =
      (preference.rewardsChosen - preference.rewardsRejected).to(torch::kCPU, torch::kFloat64);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    margins_[pairs[i]] = margins[static_cast<std::int64_t>(i)].item<double>();
  }
}

std::vector<double> StepMetrics::marginsOf(const std::vector<std::size_t>& pairs) const {
  constexpr double kDecimals = 1e4;
  std::vector<double> margins;
  for (const std::size_t pair : pairs) {
    const auto found = margins_.find(pair);
    if (found == margins_.end()) return {};
    margins.push_back(std::round(found->second * kDecimals) / kDecimals);
  }
  return margins;
}

void StepMetrics::addTokens(const torch::Tensor& logProbs, const torch::Tensor& correct) {
  tokens_ += logProbs.size(0);
  tokenLogProbs_ += total(logProbs);
  correctTokens_ += total(correct);
}

Json StepMetrics::toJson(const std::string& prefix) const {
  Json json = Json::object();
  json[prefix + "loss"] = loss_;
  json[prefix + "nll_loss"] = -mean(tokenLogProbs_, tokens_);
  json[prefix + "mean_token_accuracy"] = mean(correctTokens_, tokens_);
  json[prefix + "logps/chosen"] = mean(chosenLogProbs_, pairs_);
  if (hasRejected_) json[prefix + "logps/rejected"] = mean(rejectedLogProbs_, pairs_);
  if (preferencePairs_ == 0) return json;
  json[prefix + "rewards/chosen"] = mean(chosenRewards_, preferencePairs_);
  json[prefix + "rewards/rejected"] = mean(rejectedRewards_, preferencePairs_);
  json[prefix + "rewards/margins"] = mean(chosenRewards_ - rejectedRewards_, preferencePairs_);
  json[prefix + "rewards/accuracies"] = mean(accurate_, preferencePairs_);
  return json;
}

}  // namespace mia::train

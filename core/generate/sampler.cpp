// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generate/sampler.h"

#include <utility>

namespace mia::generate {

Sampler::Sampler(std::vector<Draw> rows, torch::Device device)
    : rows_(std::move(rows)), device_(device) {
  prepare();
}

void Sampler::keep(const std::vector<std::size_t>& rows) {
  std::vector<Draw> kept;
  for (const std::size_t row : rows) kept.push_back(std::move(rows_[row]));
  rows_ = std::move(kept);
  prepare();
}

void Sampler::prepare() {
  anyDrawn_ = false;
  std::vector<double> temperatures;
  std::vector<std::int64_t> greedy;
  for (const Draw& row : rows_) {
    const bool isGreedy = row.temperature == 0;
    temperatures.push_back(isGreedy ? 1.0 : row.temperature);
    greedy.push_back(isGreedy);
    anyDrawn_ = anyDrawn_ || !isGreedy;
  }
  temperatures_ = torch::tensor(temperatures, torch::kFloat64).unsqueeze(1).to(device_);
  greedy_ = torch::tensor(greedy, torch::kInt64).to(device_, torch::kBool);
}

Choice Sampler::choose(const torch::Tensor& logits) {
  const torch::Tensor logProbs = torch::log_softmax(logits, -1, torch::kFloat32);
  const auto [best, bestTokens] = logProbs.max(-1);
  torch::Tensor tokens = bestTokens;
  if (anyDrawn_) tokens = torch::where(greedy_, bestTokens, draw(logits));
  return {tokens, logProbs.gather(-1, tokens.unsqueeze(-1)).squeeze(-1), best};
}

// By inverting the cumulative distribution, in double: token i is drawn when the uniform number
// falls between the probabilities of the tokens before it and those up to it.
torch::Tensor Sampler::draw(const torch::Tensor& logits) {
  std::vector<double> uniform(rows_.size());
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (rows_[i].temperature != 0) uniform[i] = rows_[i].stream.uniform();
  }
  const torch::Tensor cumulative =
      torch::softmax(logits.to(torch::kFloat64) / temperatures_, -1).cumsum(-1);
  const torch::Tensor threshold =
      torch::tensor(uniform, torch::kFloat64).unsqueeze(1).to(logits.device()) *
      cumulative.slice(1, -1);
  return torch::searchsorted(cumulative, threshold, /*out_int32=*/false, /*right=*/true)
      .squeeze(1)
      .clamp_max(logits.size(1) - 1);
}

}  // namespace mia::generate

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "generate/attention_recorder.h"

#include <numeric>

namespace mia::generate {
namespace {

// Keeps a row that put nothing on any visual token (underflow) from dividing by zero.
constexpr double kTiny = 1e-30;

// sum_v weights[r][v] a[v] / sum_v a[v]: `a` [layers, prompts, candidates, visual], `weights`
// [prompts, regions, visual] -> [layers, prompts, candidates, regions].
torch::Tensor shareOf(const torch::Tensor& a, const torch::Tensor& weights) {
  const torch::Tensor mass = torch::matmul(a, weights.transpose(1, 2));
  return mass / a.sum(-1, true).clamp_min(kTiny);
}

}  // namespace

AttentionRecorder::AttentionRecorder(VisualTokens tokens) : tokens_(std::move(tokens)) {
  keepRunning(torch::arange(tokens_.columns.size(0)));
}

torch::Tensor AttentionRecorder::ofRunning(const torch::Tensor& values) const {
  return running_.size(0) == values.size(0) ? values : values.index_select(0, running_);
}

void AttentionRecorder::keepRunning(const torch::Tensor& prompts) {
  running_ = prompts.to(tokens_.columns.device());
}

torch::Tensor AttentionRecorder::visualRows(const torch::Tensor& rows) const {
  const torch::Tensor columns = ofRunning(tokens_.columns).unsqueeze(1);
  return rows.gather(2, columns.expand({-1, rows.size(1), -1})) *
         ofRunning(tokens_.present).unsqueeze(1);
}

void AttentionRecorder::add(const std::vector<torch::Tensor>& rows, const torch::Tensor& active) {
  const torch::Tensor step = torch::stack(rows);
  const torch::Tensor shares = shareOf(step, ofRunning(tokens_.coverage));
  if (!sum_.defined()) {
    first_ = step;
    sum_ = step.clone();
    stepShares_.push_back(shares);
    return;
  }
  sum_.index_add_(1, running_, step * active.unsqueeze(0).unsqueeze(-1));
  stepShares_.push_back(torch::zeros_like(stepShares_.front()).index_copy_(1, running_, shares));
}

void AttentionRecorder::finish() {
  const auto wide = [](const torch::Tensor& values) { return values.to(torch::kFloat64); };
  const torch::Tensor coverage = wide(tokens_.coverage);
  const torch::Tensor sum = wide(sum_);
  shares_ = shareOf(sum, coverage).contiguous().cpu();
  const torch::Tensor counts = tokens_.present.sum(-1).view({1, -1, 1, 1});
  means_ =
      (sum * counts / sum.sum(-1, true).clamp_min(kTiny)).to(torch::kFloat32).contiguous().cpu();
  // Where row 0 is the only one the difference is exactly zero, and row 0 is taken.
  const torch::Tensor later = sum - wide(first_);
  const torch::Tensor fedBack = torch::where(later.sum(-1, true) > 0, later, sum);
  paperShares_ = shareOf(fedBack, wide(tokens_.paper).unsqueeze(1)).squeeze(-1).contiguous().cpu();
  tokenShares_ = torch::stack(stepShares_, 3).to(torch::kFloat32).contiguous().cpu();
}

std::vector<LayerReading> AttentionRecorder::readings(std::int64_t prompt, std::int64_t candidate,
                                                      std::int64_t tokens) const {
  const auto index = static_cast<std::size_t>(prompt);
  const std::int64_t regions = tokens_.regionCounts[index];
  const auto shares = shares_.accessor<double, 4>();
  const auto steps = tokenShares_.accessor<float, 5>();
  const auto paper = paperShares_.accessor<double, 3>();
  const auto means = means_.accessor<float, 4>();
  std::vector<LayerReading> result(static_cast<std::size_t>(shares.size(0)));
  for (std::int64_t layer = 0; layer < shares.size(0); ++layer) {
    LayerReading& reading = result[static_cast<std::size_t>(layer)];
    reading.layer = static_cast<int>(layer);
    const double* share = shares[layer][prompt][candidate].data();
    reading.shares.assign(share, share + regions);
    reading.elsewhere = 1 - std::accumulate(share, share + regions, 0.0);
    for (std::int64_t step = 0; step < tokens; ++step) {
      const float* row = steps[layer][prompt][candidate][step].data();
      reading.tokenShares.emplace_back(row, row + regions);
    }
    reading.paperShare = paper[layer][prompt][candidate];
    const float* map = means[layer][prompt][candidate].data();
    reading.map.assign(map, map + tokens_.visualCounts[index]);
  }
  return result;
}

}  // namespace mia::generate

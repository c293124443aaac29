// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/visual_features.h"

#include <algorithm>
#include <set>

#include "base/error.h"

namespace mia::train {
namespace {

constexpr std::size_t kBatch = 32;

}  // namespace

VisualFeatures::VisualFeatures(model::Llava& model, const DpoData& data, std::int64_t budgetBytes)
    : model_(model), data_(data), budget_(budgetBytes) {}

void VisualFeatures::prepare(const std::vector<TokenPair>& pairs, const WorkContext& work) {
  std::set<std::size_t> used;
  for (const TokenPair& pair : pairs) used.insert(pair.pictures.begin(), pair.pictures.end());
  const std::vector<std::size_t> pictures(used.begin(), used.end());
  for (std::size_t first = 0; first < pictures.size(); first += kBatch) {
    if (work.stop.stop_requested())
      throw Error(ErrorKind::kStopped, "Stopped while seeing pictures");
    const std::size_t last = std::min(first + kBatch, pictures.size());
    const std::vector<std::size_t> batch(pictures.begin() + static_cast<std::ptrdiff_t>(first),
                                         pictures.begin() + static_cast<std::ptrdiff_t>(last));
    const torch::Tensor features = compute(batch);
    if (static_cast<std::int64_t>(features.nbytes()) > budget_) return;
    budget_ -= static_cast<std::int64_t>(features.nbytes());
    for (std::size_t i = 0; i < batch.size(); ++i) {
      kept_.emplace(batch[i], features[static_cast<std::int64_t>(i)]);
    }
    work.progress({"pictures", static_cast<std::int64_t>(last),
                   static_cast<std::int64_t>(pictures.size()), "pictures"});
  }
}

torch::Tensor VisualFeatures::rows(const std::vector<std::size_t>& pictures) {
  if (pictures.empty()) return {};
  const torch::NoGradGuard noGradients;
  std::vector<std::size_t> missing;
  for (const std::size_t picture : pictures) {
    if (kept_.count(picture) == 0) missing.push_back(picture);
  }
  const torch::Tensor computed = missing.empty() ? torch::Tensor() : compute(missing);
  std::vector<torch::Tensor> features;
  std::int64_t next = 0;
  for (const std::size_t picture : pictures) {
    const auto kept = kept_.find(picture);
    features.push_back(kept == kept_.end() ? computed[next++] : kept->second);
  }
  return model_.project(torch::stack(features).to(model_.device())).flatten(0, 1);
}

torch::Tensor VisualFeatures::compute(const std::vector<std::size_t>& pictures) {
  const torch::NoGradGuard noGradients;
  std::vector<torch::Tensor> pixels;
  for (const std::size_t picture : pictures) pixels.push_back(data_.pixels(picture));
  return model_.visionFeatures(torch::stack(pixels).to(model_.device())).to(torch::kCPU);
}

}  // namespace mia::train

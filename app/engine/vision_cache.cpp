// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/vision_cache.h"

#include <algorithm>
#include <utility>

namespace mia::engine {
namespace {

// Pictures that go through the vision tower together.
constexpr std::size_t kTowerBatch = 32;

}  // namespace

void VisionCache::provide(const std::vector<std::string>& keys,
                          const std::unordered_map<std::string, std::vector<float>>& pixels) {
  ++use_;
  std::vector<std::string> fresh;
  for (const std::string& key : keys) {
    const auto [entry, isNew] = rows_.try_emplace(key);
    entry->second.lastUse = use_;
    if (isNew) fresh.push_back(key);
  }
  for (std::size_t begin = 0; begin < fresh.size(); begin += kTowerBatch) {
    const auto from = fresh.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto count = std::min(kTowerBatch, fresh.size() - begin);
    compute({from, from + static_cast<std::ptrdiff_t>(count)}, pixels);
  }
  forget();
}

void VisionCache::compute(const std::vector<std::string>& keys,
                          const std::unordered_map<std::string, std::vector<float>>& pixels) {
  const torch::NoGradGuard noGradients;
  const auto& vision = model_.config().vision;
  std::vector<torch::Tensor> pictures;
  for (const std::string& key : keys) {
    pictures.push_back(torch::tensor(pixels.at(key), torch::kFloat32)
                           .view({vision.channels, vision.imageSize, vision.imageSize}));
  }
  const torch::Tensor input = torch::stack(pictures).to(model_.device());
  const torch::Tensor rows = model_.project(model_.visionFeatures(input));
  for (std::size_t i = 0; i < keys.size(); ++i) {
    rows_.at(keys[i]).rows = rows[static_cast<std::int64_t>(i)].clone();
  }
}

void VisionCache::forget() {
  if (rows_.empty()) return;
  const torch::Tensor& one = rows_.begin()->second.rows;
  const std::size_t most = std::max<std::size_t>(
      1, maxBytes_ / (static_cast<std::size_t>(one.numel()) * one.element_size()));
  if (rows_.size() <= most) return;
  std::vector<std::pair<std::int64_t, std::string>> oldest;
  for (const auto& [key, entry] : rows_) {
    if (entry.lastUse < use_) oldest.emplace_back(entry.lastUse, key);
  }
  std::sort(oldest.begin(), oldest.end());
  oldest.resize(std::min(oldest.size(), rows_.size() - most));
  for (const auto& [lastUse, key] : oldest) rows_.erase(key);
}

torch::Tensor VisionCache::rows(const std::vector<std::string>& keys) const {
  std::vector<torch::Tensor> rows;
  for (const std::string& key : keys) rows.push_back(rows_.at(key).rows);
  return torch::cat(rows);
}

}  // namespace mia::engine

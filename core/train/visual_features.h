// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "base/progress.h"
#include "model/lvlm/llava.h"
#include "train/data.h"

namespace mia::train {

/// What the frozen vision tower makes of the pictures: computed once per picture and kept in main
/// memory, as far as the budget goes.
class VisualFeatures {
 public:
  /// `model` and `data` must outlive it.
  VisualFeatures(model::Llava& model, const DpoData& data, std::int64_t budgetBytes);

  /// Sees the pictures of `pairs` in a fixed order, until the budget is spent. Progress in
  /// pictures; Error kStopped when a stop is asked for.
  void prepare(const std::vector<TokenPair>& pairs, const WorkContext& work);

  /// The projected rows of these pictures, one below the other: [tokens, D] on the model's device,
  /// without gradient; undefined when there are none.
  torch::Tensor rows(const std::vector<std::size_t>& pictures);

 private:
  torch::Tensor compute(const std::vector<std::size_t>& pictures);  // [pictures, tokens, Dv], CPU

  model::Llava& model_;
  const DpoData& data_;
  std::int64_t budget_;
  std::unordered_map<std::size_t, torch::Tensor> kept_;  // [tokens, Dv]
};

}  // namespace mia::train

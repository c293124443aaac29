// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <functional>
#include <string>
#include <vector>

#include "train/token_pair.h"

namespace mia::train {

/// What a run learns from. Pictures are numbered, so that one that stands in many pairs is read and
/// seen once.
struct DpoData {
  std::vector<TokenPair> pairs;    ///< learned from
  std::vector<TokenPair> heldOut;  ///< only scored
  std::size_t pictures = 0;
  /// The pixels of picture 0 .. pictures-1 as the model's processor gives them, fp32 [3, H, W].
  std::function<torch::Tensor(std::size_t picture)> pixels;
  std::string model;  ///< what the weights are known by: cached log-probs of others are not used
  std::string baseModel;  ///< what PEFT looks the base up by, a folder or a name; may be empty
};

}  // namespace mia::train

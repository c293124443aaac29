// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <functional>
#include <vector>

namespace mia::model {

/// Asks a decoder pass for the attention of some of its rows. It is computed beside the fused path,
/// in float32, and only for what is asked; the pass itself is not changed.
struct AttentionTap {
  /// Query rows within this pass, int64 [R] on the model's device; undefined: all T of them.
  torch::Tensor rows;
  /// Which layers (0-based); empty: all.
  std::vector<bool> layers;
  /// Average over the heads at once: then `take` gets [B, R, K] instead of [B, H, R, K].
  bool meanOverHeads = false;
  /// Called once per layer, in order, with the softmax over the K keys (cached ones included).
  std::function<void(std::int64_t layer, const torch::Tensor& attention)> take;

  bool wants(std::int64_t layer) const {
    return layers.empty() || layers.at(static_cast<std::size_t>(layer));
  }
};

}  // namespace mia::model

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <cstdint>

namespace mia::model {

/// Cosines and sines of rotary positions in LLaMA's half-split form: pairs are (i, i + size/2).
/// The sine carries the sign of the rotation: rotate_half(x) * sin = swapHalves(x) * signedSin.
struct RotaryAngles {
  torch::Tensor cosine;      ///< [B or 1, T, 1, size], model's type
  torch::Tensor signedSine;  ///< the same shape
};

/// A table of all positions, made once per device and type and longer when a longer text comes.
class RotaryTable {
 public:
  RotaryTable(std::int64_t headSize, double theta, std::int64_t positions);

  /// Angles of positions [start, start + count), as a view.
  RotaryAngles range(std::int64_t start, std::int64_t count, const torch::TensorOptions& options);
  /// Angles of `positions` [B, T] int64, every one below `bound`.
  RotaryAngles at(const torch::Tensor& positions, std::int64_t bound,
                  const torch::TensorOptions& options);

 private:
  void prepare(std::int64_t bound, const torch::TensorOptions& options);

  std::int64_t headSize_;
  double theta_;
  std::int64_t positions_;
  torch::Tensor cosine_;  // [positions, size]
  torch::Tensor signedSine_;
};

/// x [B, T, H, size] turned by its positions' angles.
torch::Tensor rotate(const torch::Tensor& x, const RotaryAngles& angles);

}  // namespace mia::model

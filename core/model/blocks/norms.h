// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

namespace mia::model {

/// x * rsqrt(mean(x^2) + eps) in float32, cast back, then times the weight (lvlm.md 2.6).
class RmsNorm : public torch::nn::Module {
 public:
  RmsNorm(std::int64_t size, double eps, const torch::TensorOptions& options);
  torch::Tensor forward(const torch::Tensor& x) const;
  torch::Tensor weight;  ///< [size], ones at the start

 private:
  double eps_;
};

/// LayerNorm with weight and bias.
class LayerNorm : public torch::nn::Module {
 public:
  LayerNorm(std::int64_t size, double eps, const torch::TensorOptions& options);
  torch::Tensor forward(const torch::Tensor& x) const;
  torch::Tensor weight;  ///< [size], ones at the start
  torch::Tensor bias;    ///< [size], zeros at the start

 private:
  double eps_;
};

}  // namespace mia::model

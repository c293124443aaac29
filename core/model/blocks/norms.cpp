// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/blocks/norms.h"

namespace mia::model {

RmsNorm::RmsNorm(std::int64_t size, double eps, const torch::TensorOptions& options) : eps_(eps) {
  weight = register_parameter("weight", torch::ones({size}, options));
}

torch::Tensor RmsNorm::forward(const torch::Tensor& x) const {
  const torch::Tensor wide = x.to(torch::kFloat);
  const torch::Tensor scale = wide.square().mean(-1, true).add_(eps_).rsqrt();
  return (wide * scale).to(x.scalar_type()) * weight;
}

LayerNorm::LayerNorm(std::int64_t size, double eps, const torch::TensorOptions& options)
    : eps_(eps) {
  weight = register_parameter("weight", torch::ones({size}, options));
  bias = register_parameter("bias", torch::zeros({size}, options));
}

torch::Tensor LayerNorm::forward(const torch::Tensor& x) const {
  return torch::layer_norm(x, {weight.size(0)}, weight, bias, eps_);
}

}  // namespace mia::model

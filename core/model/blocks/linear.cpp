// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/blocks/linear.h"

namespace mia::model {

Linear::Linear(std::int64_t in, std::int64_t out, bool withBias,
               const torch::TensorOptions& options) {
  weight = register_parameter("weight", torch::empty({out, in}, options));
  if (withBias) bias = register_parameter("bias", torch::empty({out}, options));
}

torch::Tensor Linear::forward(const torch::Tensor& x) const {
  torch::Tensor y = torch::linear(x, weight, bias);
  if (!adapter_ || !adapter_->gate->on) return y;
  torch::Tensor low = x.to(adapter_->a->weight.scalar_type());
  if (adapter_->dropout > 0 && is_training()) low = torch::dropout(low, adapter_->dropout, true);
  low = torch::linear(torch::linear(low, adapter_->a->weight), adapter_->b->weight);
  if (y.scalar_type() == low.scalar_type()) return torch::add(y, low, adapter_->scale);
  return (y + low * adapter_->scale).to(y.scalar_type());
}

void Linear::attach(std::shared_ptr<LoraFactors> factors) {
  detachAdapter();
  register_module("lora_A", factors->a);
  register_module("lora_B", factors->b);
  adapter_ = std::move(factors);
}

void Linear::detachAdapter() {
  if (!adapter_) return;
  unregister_module("lora_A");
  unregister_module("lora_B");
  adapter_.reset();
}

}  // namespace mia::model

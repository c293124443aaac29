// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <memory>

namespace mia::model {

/// Whether adapters take part; shared by all adapters of a model, so that one switch turns a policy
/// into its reference.
struct AdapterSwitch {
  bool on = true;
};

/// The two low-rank factors beside one linear map: s * B(A(dropout(x))), A [r, in], B [out, r],
/// kept in float32 whatever the base's type (PEFT's convention).
class LoraFactors : public torch::nn::Module {
 public:
  struct Factor : torch::nn::Module {
    explicit Factor(torch::Tensor value) : weight(register_parameter("weight", std::move(value))) {}
    torch::Tensor weight;
  };

  std::shared_ptr<Factor> a;
  std::shared_ptr<Factor> b;
  double scale = 1;
  double dropout = 0;
  std::shared_ptr<AdapterSwitch> gate;
};

/// y = x W^T (+ b), with a place for an adapter. Parameters are made uninitialised.
class Linear : public torch::nn::Module {
 public:
  Linear(std::int64_t in, std::int64_t out, bool bias, const torch::TensorOptions& options);
  torch::Tensor forward(const torch::Tensor& x) const;

  std::int64_t in() const { return weight.size(1); }
  std::int64_t out() const { return weight.size(0); }

  /// Registers the factors as lora_A and lora_B below this module, replacing earlier ones.
  void attach(std::shared_ptr<LoraFactors> factors);
  void detachAdapter();
  const std::shared_ptr<LoraFactors>& adapter() const { return adapter_; }

  torch::Tensor weight;  ///< [out, in]
  torch::Tensor bias;    ///< [out] or undefined

 private:
  std::shared_ptr<LoraFactors> adapter_;
};

}  // namespace mia::model

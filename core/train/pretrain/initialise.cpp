// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/pretrain/initialise.h"

#include <ATen/CPUGeneratorImpl.h>

#include <cmath>
#include <string>

#include "base/error.h"

namespace mia::train {
namespace {

bool has(const std::string& name, const char* part) { return name.find(part) != std::string::npos; }

// Inputs of a linear map or of a patch's convolution.
double fanIn(const torch::Tensor& weight) {
  return static_cast<double>(weight.numel() / weight.size(0));
}

// The standard deviation of a parameter's start; negative when it starts as a constant.
double deviationOf(const std::string& name, const torch::Tensor& value, std::int64_t decoderLayers,
                   std::int64_t visionLayers) {
  if (has(name, "embed_tokens")) return 0.3;
  if (has(name, "position_embedding") || has(name, "class_embedding")) return 0.5;
  if (value.dim() < 2) return -1;
  const double plain = 1 / std::sqrt(fanIn(value));
  if (has(name, "o_proj") || has(name, "down_proj")) {
    return plain / std::sqrt(2.0 * static_cast<double>(decoderLayers));
  }
  if (has(name, "out_proj") || has(name, "fc2")) {
    return plain / std::sqrt(2.0 * static_cast<double>(visionLayers));
  }
  if (has(name, "lm_head") || has(name, "linear_2")) return 0.3 * plain;
  return plain;
}

void copyQueriesToKeys(torch::nn::Module& model) {
  auto parameters = model.named_parameters();
  for (auto& item : parameters) {
    const auto at = item.key().find("q_proj.weight");
    if (at == std::string::npos || has(item.key(), "vision")) continue;
    std::string keyName = item.key();
    keyName[at] = 'k';
    torch::Tensor& keys = parameters[keyName];
    if (keys.sizes() == item.value().sizes()) keys.copy_(item.value());
  }
}

}  // namespace

void initialiseForBinding(torch::nn::Module& model, std::int64_t decoderLayers,
                          std::int64_t visionLayers, std::uint64_t seed) {
  const torch::NoGradGuard noGradients;
  torch::Generator random = at::make_generator<at::CPUGeneratorImpl>(seed);
  for (auto& item : model.named_parameters()) {
    torch::Tensor& value = item.value();
    const double deviation = deviationOf(item.key(), value, decoderLayers, visionLayers);
    if (deviation >= 0) {
      value.normal_(0, deviation, random);
    } else if (has(item.key(), "bias")) {
      value.zero_();
    } else if (has(item.key(), "norm") || has(item.key(), "layrnorm")) {
      value.fill_(1);
    } else {
      throw Error(ErrorKind::kInternal, "No rule says how the parameter " + item.key() + " starts");
    }
  }
  copyQueriesToKeys(model);
}

}  // namespace mia::train

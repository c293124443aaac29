// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lora/lora.h"

#include <cmath>

#include "base/error.h"
#include "base/random.h"
#include "model/lora/factors.h"

namespace mia::model {
namespace {

// kaiming_uniform with a = sqrt(5) is U(-1/sqrt(in), 1/sqrt(in)).
torch::Tensor startOfA(std::int64_t r, std::int64_t in, std::uint64_t seed, std::uint64_t index) {
  Random random = Random::stream(seed, "lora_A", index);
  const double bound = 1.0 / std::sqrt(static_cast<double>(in));
  torch::Tensor a = torch::empty({r, in});
  float* values = a.data_ptr<float>();
  for (std::int64_t i = 0; i < a.numel(); ++i) {
    values[i] = static_cast<float>(random.uniform(-bound, bound));
  }
  return a;
}

bool endsWithModule(const std::string& path, const std::string& target) {
  return path == target || path.ends_with("." + target);
}

}  // namespace

double LoraConfig::scale() const {
  const auto rank = static_cast<double>(r);
  return alpha / (useRslora ? std::sqrt(rank) : rank);
}

void LoraConfig::check() const {
  if (r <= 0) throw Error(ErrorKind::kUsage, "The rank of LoRA must be positive");
  if (!(alpha > 0)) throw Error(ErrorKind::kUsage, "LoRA's alpha must be positive");
  if (!(dropout >= 0 && dropout < 1)) {
    throw Error(ErrorKind::kUsage, "LoRA's dropout must lie in [0, 1)");
  }
  if (targetModules.empty()) throw Error(ErrorKind::kUsage, "LoRA needs modules to adapt");
}

void attachFactors(const Llava& model, Linear& linear, const LoraConfig& config, torch::Tensor a,
                   torch::Tensor b) {
  auto factors = std::make_shared<LoraFactors>();
  const auto options = torch::TensorOptions().dtype(torch::kFloat).device(model.device());
  factors->a = std::make_shared<LoraFactors::Factor>(a.to(options));
  factors->b = std::make_shared<LoraFactors::Factor>(b.to(options));
  factors->scale = config.scale();
  factors->dropout = config.dropout;
  factors->gate = model.adapterSwitch();
  linear.attach(std::move(factors));
  linear.train(model.is_training());
}

void requireNoAdapters(const Llava& model) {
  for (const auto& [path, linear] : namedLinears(model)) {
    if (linear->adapter()) {
      throw Error(ErrorKind::kUsage, "The model has an adapter already (at " + path + ")");
    }
  }
}

void freezeBase(Llava& model) {
  for (auto& item : model.named_parameters()) {
    item.value().set_requires_grad(item.key().find(".lora_") != std::string::npos);
  }
}

std::vector<std::string> attachLora(Llava& model, const LoraConfig& config, std::uint64_t seed) {
  config.check();
  requireNoAdapters(model);
  std::vector<std::string> matched;
  std::vector<bool> used(config.targetModules.size(), false);
  for (const auto& [path, linear] : namedLinears(model)) {
    if (!path.starts_with("model.language_model.")) continue;
    for (std::size_t i = 0; i < config.targetModules.size(); ++i) {
      if (!endsWithModule(path, config.targetModules[i])) continue;
      used[i] = true;
      attachFactors(model, *linear, config, startOfA(config.r, linear->in(), seed, matched.size()),
                    torch::zeros({linear->out(), config.r}));
      matched.push_back(path);
      break;
    }
  }
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (!used[i]) {
      removeLora(model);
      throw Error(ErrorKind::kUsage,
                  "No linear map of the decoder is called \"" + config.targetModules[i] + "\"",
                  "LLaMA has q_proj, k_proj, v_proj, o_proj, gate_proj, up_proj and down_proj");
    }
  }
  freezeBase(model);
  return matched;
}

void removeLora(Llava& model) {
  for (const auto& [path, linear] : namedLinears(model)) linear->detachAdapter();
}

std::vector<std::pair<std::string, torch::Tensor>> trainableParameters(const Llava& model) {
  std::vector<std::pair<std::string, torch::Tensor>> parameters;
  for (const auto& item : model.named_parameters()) {
    if (item.value().requires_grad()) parameters.emplace_back(item.key(), item.value());
  }
  return parameters;
}

void mergeLora(Llava& model) {
  const torch::NoGradGuard noGradients;
  for (const auto& [path, linear] : namedLinears(model)) {
    const auto& factors = linear->adapter();
    if (!factors) continue;
    const torch::Tensor change = torch::mm(factors->b->weight, factors->a->weight) * factors->scale;
    linear->weight.copy_(linear->weight.to(torch::kFloat) + change);
    linear->detachAdapter();
  }
}

}  // namespace mia::model

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/optimizer.h"

#include <limits>
#include <memory>

#include "base/error.h"
#include "model/weights/safetensors.h"

namespace mia::train {
namespace {

using State = torch::optim::AdamWParamState;

std::vector<torch::Tensor> tensorsOf(
    const std::vector<std::pair<std::string, torch::Tensor>>& parameters) {
  std::vector<torch::Tensor> tensors;
  for (const auto& [name, tensor] : parameters) tensors.push_back(tensor);
  return tensors;
}

}  // namespace

AdamW::AdamW(std::vector<std::pair<std::string, torch::Tensor>> parameters, double weightDecay)
    : parameters_(std::move(parameters)),
      optimizer_(tensorsOf(parameters_),
                 torch::optim::AdamWOptions(0.0).weight_decay(weightDecay)) {}

double AdamW::clipGradients(double maxNorm) {
  const double limit = maxNorm > 0 ? maxNorm : std::numeric_limits<double>::infinity();
  return torch::nn::utils::clip_grad_norm_(tensorsOf(parameters_), limit);
}

void AdamW::step(double learningRate) {
  for (auto& group : optimizer_.param_groups()) group.options().set_lr(learningRate);
  optimizer_.step();
}

void AdamW::save(const std::filesystem::path& file) const {
  model::NamedTensors tensors;
  for (const auto& [name, parameter] : parameters_) {
    const auto found = optimizer_.state().find(parameter.unsafeGetTensorImpl());
    if (found == optimizer_.state().end()) continue;
    const auto& state = static_cast<const State&>(*found->second);
    tensors.emplace_back("step." + name, torch::tensor(state.step(), torch::kInt64));
    tensors.emplace_back("exp_avg." + name, state.exp_avg());
    tensors.emplace_back("exp_avg_sq." + name, state.exp_avg_sq());
  }
  model::writeSafeTensors(file, tensors);
}

void AdamW::load(const std::filesystem::path& file) {
  const model::SafeTensors saved = model::SafeTensors::open(file);
  for (const auto& [name, parameter] : parameters_) {
    if (!saved.contains("step." + name)) continue;
    const auto moment = [&, &of = parameter](const std::string& key) {
      torch::Tensor tensor = saved.tensor(key);
      if (tensor.sizes() != of.sizes()) {
        throw Error(ErrorKind::kBadInput, file.string() + ": " + key + " has another shape");
      }
      return tensor.clone().to(of.device());
    };
    auto state = std::make_unique<State>();
    state->step(saved.tensor("step." + name).item<std::int64_t>());
    state->exp_avg(moment("exp_avg." + name));
    state->exp_avg_sq(moment("exp_avg_sq." + name));
    optimizer_.state()[parameter.unsafeGetTensorImpl()] = std::move(state);
  }
}

}  // namespace mia::train

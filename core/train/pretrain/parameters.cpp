// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/pretrain/parameters.h"

namespace mia::train {
namespace {

std::vector<torch::Tensor> select(model::Llava& model, bool vision) {
  std::vector<torch::Tensor> parameters;
  for (auto& item : model.named_parameters()) {
    const bool isVision = item.key().find("vision_tower") != std::string::npos;
    if (isVision == vision) parameters.push_back(item.value());
  }
  return parameters;
}

}  // namespace

std::vector<torch::Tensor> visionParameters(model::Llava& model) { return select(model, true); }

std::vector<torch::Tensor> languageParameters(model::Llava& model) { return select(model, false); }

void setRate(torch::optim::AdamW& optimiser, double rate) {
  for (auto& group : optimiser.param_groups()) group.options().set_lr(rate);
}

}  // namespace mia::train

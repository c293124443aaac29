// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <vector>

#include "model/lvlm/llava.h"

namespace mia::train {

/// The vision tower's parameters, those behind the feature layer included.
std::vector<torch::Tensor> visionParameters(model::Llava& model);
/// Projector, decoder and head.
std::vector<torch::Tensor> languageParameters(model::Llava& model);

/// The learning rate of every parameter group from now on.
void setRate(torch::optim::AdamW& optimiser, double rate);

}  // namespace mia::train

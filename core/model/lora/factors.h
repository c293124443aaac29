// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include "model/lora/lora.h"

namespace mia::model {

/// Gives one linear map of `model` the factors a [r, in] and b [out, r], as float32 on its device.
void attachFactors(const Llava& model, Linear& linear, const LoraConfig& config, torch::Tensor a,
                   torch::Tensor b);

/// Error kUsage when some linear map has an adapter.
void requireNoAdapters(const Llava& model);

/// Adapters take gradients, everything else does not.
void freezeBase(Llava& model);

}  // namespace mia::model

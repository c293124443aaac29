// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <torch/torch.h>

#include "base/json.h"

namespace mia::engine {

/// "auto" (a GPU when there is one), "cpu", "cuda" or "cuda:N". Error kUsage for another word,
/// kNotFound when this LibTorch or this machine has no such device.
torch::Device deviceFromString(const std::string& name);

/// What models compute in there: float32 on a CPU, where results are compared digit by digit,
/// bfloat16 elsewhere, where memory and speed decide.
torch::ScalarType computeType(const torch::Device& device);

/// What is here: {"libtorch", "threads", "memory_bytes", "devices":[names]}.
Json describeMachine();

}  // namespace mia::engine

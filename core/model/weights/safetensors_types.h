// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <string>

namespace mia::model {

/// Bits of one element of a safetensors type; `where` goes into the Error for an unknown one.
std::uint64_t bitsOfType(const std::string& dtype, const std::string& where);
/// LibTorch's type; Error kUnsupported where there is none.
torch::ScalarType torchType(const std::string& dtype, const std::string& where);
/// The safetensors name of a LibTorch type; Error kUnsupported where there is none.
std::string safeTensorsType(torch::ScalarType type);

}  // namespace mia::model

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <optional>

namespace mia::train {

/// Bytes in use: on the CPU what this process holds in memory now, on another device the most that
/// tensors held at one time. Nothing where this LibTorch or system cannot tell.
std::optional<std::int64_t> memoryInUse(const torch::Device& device);

}  // namespace mia::train

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

namespace mia::kernels {

/// meanAttentionRows (attention_rows.h) by the CUDA kernel, for tensors on a CUDA device; built
/// where both nvcc and a LibTorch with CUDA are. Error kInternal when the launch fails.
torch::Tensor meanAttentionRowsOnGpu(const torch::Tensor& queries, const torch::Tensor& keys,
                                     const torch::Tensor& bias, double scale);

}  // namespace mia::kernels

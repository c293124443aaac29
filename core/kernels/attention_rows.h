// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

namespace mia::kernels {

/// Attention of some query rows, after the softmax, in float32, one matrix per head.
/// queries [B, H, R, d], keys [B, Hkv, K, d] (H a multiple of Hkv), bias additive and broadcastable
/// to [B, H, R, K] or undefined. Returns [B, H, R, K].
torch::Tensor attentionRows(const torch::Tensor& queries, const torch::Tensor& keys,
                            const torch::Tensor& bias, double scale);

/// The mean of attentionRows over the heads, [B, R, K] float32. On a CUDA device, where the kernel
/// was built, the rows of single heads are never stored.
torch::Tensor meanAttentionRows(const torch::Tensor& queries, const torch::Tensor& keys,
                                const torch::Tensor& bias, double scale);

}  // namespace mia::kernels

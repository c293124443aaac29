// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/attention_rows.h"

#ifdef MIA_CUDA_KERNELS
#include "kernels/attention_rows_binding.h"
#endif

namespace mia::kernels {

torch::Tensor attentionRows(const torch::Tensor& queries, const torch::Tensor& keys,
                            const torch::Tensor& bias, double scale) {
  const std::int64_t batch = queries.size(0), heads = queries.size(1), rows = queries.size(2);
  const std::int64_t kvHeads = keys.size(1), count = keys.size(2);
  // Query heads that share a key head become rows of one product: nothing is repeated.
  const torch::Tensor grouped =
      queries.to(torch::kFloat).reshape({batch, kvHeads, heads / kvHeads * rows, queries.size(3)});
  torch::Tensor scores =
      torch::matmul(grouped, keys.to(torch::kFloat).transpose(-2, -1)).mul_(scale);
  scores = scores.view({batch, heads, rows, count});
  if (bias.defined()) scores = scores + bias;
  return torch::softmax(scores, -1);
}

torch::Tensor meanAttentionRows(const torch::Tensor& queries, const torch::Tensor& keys,
                                const torch::Tensor& bias, double scale) {
#ifdef MIA_CUDA_KERNELS
  if (queries.is_cuda()) return meanAttentionRowsOnGpu(queries, keys, bias, scale);
#endif
  return attentionRows(queries, keys, bias, scale).mean(1);
}

}  // namespace mia::kernels

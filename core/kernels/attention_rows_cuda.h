// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

struct CUstream_st;  // what a cudaStream_t points to

namespace mia::kernels {

enum class NumberType { kFloat, kHalf, kBFloat16 };

/// Raw description of one call; strides count elements, innermost dimensions are dense.
struct AttentionRowsProblem {
  NumberType type = NumberType::kFloat;  ///< of queries and keys
  const void* queries = nullptr;         ///< [batch, heads, rows, size]
  const void* keys = nullptr;            ///< [batch, kvHeads, count, size]
  const float* bias = nullptr;           ///< additive, by strides; null: none
  float* normaliser = nullptr;  ///< scratch, [batch, heads, rows]: log of the softmax's sum
  float* out = nullptr;         ///< [batch, rows, count]: mean over the heads
  int batch = 0, heads = 0, kvHeads = 0, rows = 0, count = 0, size = 0;
  std::int64_t queryStride[3] = {};  ///< batch, head, row
  std::int64_t keyStride[3] = {};    ///< batch, head, key
  std::int64_t biasStride[4] = {};   ///< batch, head, row, key; 0 where it is broadcast
  float scale = 1;
};

/// mean over heads of softmax(scale q k^T + bias), float32, deterministic. Two passes over the
/// keys: the softmax's normaliser of each head and row, then the mean, head after head for each
/// key; a head's row is never stored. Returns null or what CUDA said was wrong with the launch.
const char* meanAttentionRows(const AttentionRowsProblem& problem, CUstream_st* stream);

}  // namespace mia::kernels

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cuda_bf16.h>
#include <cuda_fp16.h>
#include <cuda_runtime.h>

#include <cmath>

#include "kernels/attention_rows_cuda.h"

namespace mia::kernels {
namespace {

constexpr int kWarp = 32;
constexpr int kWarps = 4;          // per block
constexpr int kKeysPerBlock = 32;  // of the second pass

__device__ float toFloat(float x) { return x; }
__device__ float toFloat(__half x) { return __half2float(x); }
__device__ float toFloat(__nv_bfloat16 x) { return __bfloat162float(x); }

// The score of one query row and one key, computed by a warp; every lane gets it.
template <class T>
__device__ float score(const AttentionRowsProblem& p, int b, int h, int r, int k) {
  const T* query = static_cast<const T*>(p.queries) + b * p.queryStride[0] + h * p.queryStride[1] +
                   r * p.queryStride[2];
  const int keyHead = h / (p.heads / p.kvHeads);
  const T* key = static_cast<const T*>(p.keys) + b * p.keyStride[0] + keyHead * p.keyStride[1] +
                 k * p.keyStride[2];
  float sum = 0;
  for (int i = threadIdx.x; i < p.size; i += kWarp) sum += toFloat(query[i]) * toFloat(key[i]);
  for (int step = kWarp / 2; step > 0; step /= 2) sum += __shfl_xor_sync(0xffffffffu, sum, step);
  sum *= p.scale;
  if (p.bias != nullptr) {
    sum += p.bias[b * p.biasStride[0] + h * p.biasStride[1] + r * p.biasStride[2] +
                  k * p.biasStride[3]];
  }
  return sum;
}

// One block per (row, head, batch): log of the sum of exp(score), with a running maximum.
template <class T>
__global__ void normaliserKernel(AttentionRowsProblem p) {
  const int r = blockIdx.x, h = blockIdx.y, b = blockIdx.z;
  float maximum = -INFINITY, sum = 0;
  for (int k = threadIdx.y; k < p.count; k += kWarps) {
    const float value = score<T>(p, b, h, r, k);
    const float next = fmaxf(maximum, value);
    sum = sum * expf(maximum - next) + expf(value - next);
    maximum = next;
  }
  __shared__ float maxima[kWarps], sums[kWarps];
  if (threadIdx.x == 0) {
    maxima[threadIdx.y] = maximum;
    sums[threadIdx.y] = sum;
  }
  __syncthreads();
  if (threadIdx.x != 0 || threadIdx.y != 0) return;
  for (int w = 0; w < kWarps; ++w) maximum = fmaxf(maximum, maxima[w]);
  sum = 0;
  for (int w = 0; w < kWarps; ++w) {
    if (sums[w] > 0) sum += sums[w] * expf(maxima[w] - maximum);
  }
  p.normaliser[(static_cast<std::int64_t>(b) * p.heads + h) * p.rows + r] = maximum + logf(sum);
}

// One warp per key at a time: heads are added in their order, so that the sum is always the same.
template <class T>
__global__ void meanKernel(AttentionRowsProblem p) {
  const int r = blockIdx.y, b = blockIdx.z;
  const int first = blockIdx.x * kKeysPerBlock;
  const int last = min(first + kKeysPerBlock, p.count);
  for (int k = first + threadIdx.y; k < last; k += kWarps) {
    float sum = 0;
    for (int h = 0; h < p.heads; ++h) {
      const std::int64_t row = (static_cast<std::int64_t>(b) * p.heads + h) * p.rows + r;
      sum += expf(score<T>(p, b, h, r, k) - p.normaliser[row]);
    }
    if (threadIdx.x == 0) {
      p.out[(static_cast<std::int64_t>(b) * p.rows + r) * p.count + k] = sum / p.heads;
    }
  }
}

template <class T>
cudaError_t launch(const AttentionRowsProblem& p, cudaStream_t stream) {
  const dim3 block(kWarp, kWarps);
  const dim3 perHead(p.rows, p.heads, p.batch);
  const dim3 perKeys((p.count + kKeysPerBlock - 1) / kKeysPerBlock, p.rows, p.batch);
  normaliserKernel<T><<<perHead, block, 0, stream>>>(p);
  meanKernel<T><<<perKeys, block, 0, stream>>>(p);
  return cudaGetLastError();
}

}  // namespace

const char* meanAttentionRows(const AttentionRowsProblem& problem, CUstream_st* stream) {
  cudaError_t status = cudaErrorInvalidValue;
  switch (problem.type) {
    case NumberType::kFloat: status = launch<float>(problem, stream); break;
    case NumberType::kHalf: status = launch<__half>(problem, stream); break;
    case NumberType::kBFloat16: status = launch<__nv_bfloat16>(problem, stream); break;
  }
  return status == cudaSuccess ? nullptr : cudaGetErrorString(status);
}

}  // namespace mia::kernels

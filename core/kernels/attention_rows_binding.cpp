// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kernels/attention_rows_binding.h"

#include <c10/cuda/CUDAGuard.h>
#include <c10/cuda/CUDAStream.h>

#include <algorithm>

#include "base/error.h"
#include "kernels/attention_rows_cuda.h"

namespace mia::kernels {
namespace {

NumberType numberType(torch::ScalarType type) {
  switch (type) {
    case torch::kFloat: return NumberType::kFloat;
    case torch::kHalf: return NumberType::kHalf;
    case torch::kBFloat16: return NumberType::kBFloat16;
    default: throw Error(ErrorKind::kInternal, "The attention kernel does not know this type");
  }
}

torch::Tensor denseInside(const torch::Tensor& x) { return x.stride(-1) == 1 ? x : x.contiguous(); }

}  // namespace

torch::Tensor meanAttentionRowsOnGpu(const torch::Tensor& queries, const torch::Tensor& keys,
                                     const torch::Tensor& bias, double scale) {
  const c10::cuda::CUDAGuard device(queries.device());
  const torch::Tensor q = denseInside(queries), k = denseInside(keys.to(queries.scalar_type()));
  const auto options = q.options().dtype(torch::kFloat);
  AttentionRowsProblem problem;
  problem.type = numberType(q.scalar_type());
  problem.batch = static_cast<int>(q.size(0));
  problem.heads = static_cast<int>(q.size(1));
  problem.rows = static_cast<int>(q.size(2));
  problem.size = static_cast<int>(q.size(3));
  problem.kvHeads = static_cast<int>(k.size(1));
  problem.count = static_cast<int>(k.size(2));
  std::copy_n(q.strides().begin(), 3, problem.queryStride);
  std::copy_n(k.strides().begin(), 3, problem.keyStride);
  problem.queries = q.data_ptr();
  problem.keys = k.data_ptr();
  problem.scale = static_cast<float>(scale);
  torch::Tensor wide;
  if (bias.defined()) {
    wide = bias.to(torch::kFloat).expand({q.size(0), q.size(1), q.size(2), k.size(2)});
    problem.bias = wide.data_ptr<float>();
    std::copy_n(wide.strides().begin(), 4, problem.biasStride);
  }
  const torch::Tensor normaliser = torch::empty({q.size(0), q.size(1), q.size(2)}, options);
  torch::Tensor out = torch::empty({q.size(0), q.size(2), k.size(2)}, options);
  problem.normaliser = normaliser.data_ptr<float>();
  problem.out = out.data_ptr<float>();
  const char* problemWithLaunch =
      meanAttentionRows(problem, c10::cuda::getCurrentCUDAStream().stream());
  if (problemWithLaunch != nullptr) {
    throw Error(ErrorKind::kInternal,
                std::string("The attention kernel could not be launched: ") + problemWithLaunch);
  }
  return out;
}

}  // namespace mia::kernels

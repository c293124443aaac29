// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <torch/torch.h>

#include <doctest/doctest.h>

#include "kernels/attention_rows.h"

using mia::kernels::attentionRows;
using mia::kernels::meanAttentionRows;

TEST_CASE("by hand: two heads over two keys") {
  // Scores 0 and ln 3 give 1/4 and 3/4; equal scores give 1/2 and 1/2. Mean: 3/8 and 5/8.
  const torch::Tensor queries = torch::tensor({1.0f, 0.0f}).view({1, 2, 1, 1});
  const torch::Tensor keys = torch::tensor({0.0f, std::log(3.0f)}).view({1, 1, 2, 1});
  const torch::Tensor rows = attentionRows(queries, keys, {}, 1.0);
  CHECK(rows[0][0][0][0].item<float>() == doctest::Approx(0.25));
  CHECK(rows[0][1][0][1].item<float>() == doctest::Approx(0.5));
  const torch::Tensor mean = meanAttentionRows(queries, keys, {}, 1.0);
  CHECK(mean[0][0][1].item<float>() == doctest::Approx(0.625));
}

TEST_CASE("key heads serve their group of query heads, and the bias counts") {
  torch::manual_seed(3);
  const torch::Tensor queries = torch::randn({2, 6, 3, 8}), keys = torch::randn({2, 2, 5, 8});
  torch::Tensor bias = torch::zeros({2, 1, 3, 5});
  bias[1][0][2][4] = -1e30;
  const torch::Tensor wide = keys.repeat_interleave(3, 1);
  const torch::Tensor expected =
      torch::softmax(torch::matmul(queries, wide.transpose(-2, -1)) * 0.3 + bias, -1);
  CHECK(torch::allclose(attentionRows(queries, keys, bias, 0.3), expected, 1e-5, 1e-6));
  CHECK(torch::allclose(meanAttentionRows(queries, keys, bias, 0.3), expected.mean(1), 1e-5, 1e-6));
  CHECK(attentionRows(queries, keys, bias, 0.3)[1][0][2][4].item<float>() == 0);
}

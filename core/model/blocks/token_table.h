// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <cstdint>

namespace mia::model {

/// A table of learned rows that only holds its parameter, uninitialised: `weight` [rows, size].
class TokenTable : public torch::nn::Module {
 public:
  TokenTable(std::int64_t rows, std::int64_t size, const torch::TensorOptions& options)
      : weight(register_parameter("weight", torch::empty({rows, size}, options))) {}
  torch::Tensor weight;
};

}  // namespace mia::model

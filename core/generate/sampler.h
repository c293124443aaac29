// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <torch/torch.h>

#include "base/random.h"

namespace mia::generate {

/// How one row of a batch picks its tokens.
struct Draw {
  double temperature = 0;  ///< 0: greedy, the likeliest token (the lowest id among equals)
  Random stream{0};        ///< read once per token; not read by a greedy row
};

/// The next token of every row. The log-probs are the model's own, before any temperature.
struct Choice {
  torch::Tensor tokens;       ///< [rows] int64
  torch::Tensor logProbs;     ///< [rows] float32, log p(token)
  torch::Tensor maxLogProbs;  ///< [rows] float32, log max p: what the paper's perplexity is made of
};

/// Picks the next tokens of a batch. Each row has a stream of its own, so that what a row draws
/// does not depend on the rows beside it.
class Sampler {
 public:
  Sampler(std::vector<Draw> rows, torch::Device device);

  /// `logits` [rows, vocabulary], any floating type.
  Choice choose(const torch::Tensor& logits);

  /// From now on the batch consists of these rows (indices into the present ones).
  void keep(const std::vector<std::size_t>& rows);

 private:
  void prepare();
  torch::Tensor draw(const torch::Tensor& logits);

  std::vector<Draw> rows_;
  torch::Device device_;
  torch::Tensor temperatures_;  ///< [rows, 1] float64; 1 where a row is greedy
  torch::Tensor greedy_;        ///< [rows] bool
  bool anyDrawn_ = false;
};

}  // namespace mia::generate

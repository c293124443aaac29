// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <torch/torch.h>

namespace mia::generate {

/// Where one answer looked in one decoder layer: mean over heads, over the visual tokens only.
///
/// The rows that count are those that *emit* the answer's tokens (its end token included): row 0 is
/// the prompt's last position, row k the position of token k-1. The share of region r is
/// sum_v coverage[r][v] a[v] / sum_v a[v] over all visual tokens v of all pictures.
struct LayerReading {
  int layer = 0;                                ///< 0-based decoder layer
  std::vector<double> shares;                   ///< [regions], of the mean over the rows
  double elsewhere = 0;                         ///< 1 - sum of the shares
  std::vector<std::vector<float>> tokenShares;  ///< [tokens][regions], of each row alone
  /// The share that the paper's weights give the target, of the mean over the rows of tokens that
  /// were fed back (all but row 0, mia_dpo section 3); over row 0 when there is no other.
  double paperShare = 0;
  std::vector<float> map;  ///< [visual], mean over the rows, in units of times uniform
};

/// The visual tokens of a batch of prompts, padded to the largest number among them.
struct VisualTokens {
  torch::Tensor columns;   ///< [prompts, visual] int64, their key positions; 0 in padding
  torch::Tensor present;   ///< [prompts, visual] float32, 1 or, in padding, 0
  torch::Tensor coverage;  ///< [prompts, regions, visual] float32, share of each patch per region
  torch::Tensor paper;     ///< [prompts, visual] float32, the paper's weights of the target
  std::vector<std::int64_t> visualCounts;  ///< [prompts]
  std::vector<std::int64_t> regionCounts;  ///< [prompts]
};

/// Adds up attention while a batch of answers is made, reducing each row where it is computed; only
/// sums and shares are kept. Nothing is moved to the host before readings().
class AttentionRecorder {
 public:
  explicit AttentionRecorder(VisualTokens tokens);

  /// The rows of one layer, mean over heads: `rows` [running, candidates, keys] float32 -> at the
  /// visual tokens alone, [running, candidates, visual].
  torch::Tensor visualRows(const torch::Tensor& rows) const;

  /// One step: `rows` holds visualRows() of each recorded layer; `active` [running, candidates]
  /// bool says which answers still run (their token of this step counts).
  void add(const std::vector<torch::Tensor>& rows, const torch::Tensor& active);

  /// From now on only these prompts (int64 indices into the batch) are in the rows.
  void keepRunning(const torch::Tensor& prompts);

  /// The readings of every recorded layer for one answer of `tokens` tokens; call finish() before.
  std::vector<LayerReading> readings(std::int64_t prompt, std::int64_t candidate,
                                     std::int64_t tokens) const;
  /// Computes means and brings them to the host, once.
  void finish();

 private:
  torch::Tensor ofRunning(const torch::Tensor& values) const;

  VisualTokens tokens_;
  torch::Tensor running_;                  ///< [running] int64: the prompts that the rows are of
  torch::Tensor sum_;                      ///< [layers, prompts, candidates, visual]
  torch::Tensor first_;                    ///< the same, of step 0 alone
  std::vector<torch::Tensor> stepShares_;  ///< each [layers, prompts, candidates, regions]
  torch::Tensor means_;                    ///< on the host, in units of times uniform
  torch::Tensor shares_;                   ///< [layers, prompts, candidates, regions] float64
  torch::Tensor paperShares_;              ///< [layers, prompts, candidates] float64
  torch::Tensor tokenShares_;              ///< [layers, prompts, candidates, steps, regions]
};

}  // namespace mia::generate

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <vector>

#include "train/token_pair.h"

namespace mia::train {

/// Which answers of a pair go through the model.
enum class Answers { kBoth, kChosenOnly };

/// A micro-batch as one forward pass: each row is [prompt | chosen | rejected | padding]. Both
/// answers start at the position after the prompt and the rejected one does not see the chosen one,
/// so that the prompt is computed once for the two. An answer's last token predicts nothing and is
/// left out of its row.
struct PackedPairs {
  torch::Tensor ids;        ///< [rows, length] int64; padding is an end token
  torch::Tensor positions;  ///< [rows, length] int64
  torch::Tensor mask;       ///< [rows, 1, length, length] bool: true where a query sees a key
  /// Positions in [rows * length] whose output predicts an answer's token: all tokens of all
  /// answers, answer by answer, the chosen ones of all rows first.
  torch::Tensor predictors;  ///< [answer tokens] int64
  torch::Tensor targets;     ///< [answer tokens] int64: what each of them should predict
  torch::Tensor answers;     ///< [answer tokens] int64: the row, + rows for the rejected answers
  std::int64_t rows = 0;
  std::int64_t chosenTokens = 0;  ///< the first so many of the answer tokens
};

/// Tokens of a pair's row.
std::int64_t packedLength(const TokenPair& pair, Answers answers);

/// The tensors lie on the CPU.
PackedPairs packPairs(const std::vector<const TokenPair*>& pairs, Answers answers);

}  // namespace mia::train

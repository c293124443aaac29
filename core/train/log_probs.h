// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <cstdint>

namespace mia::train {

/// log softmax(logits)[target] in fp32: logits [tokens, vocabulary] of any float type, targets
/// [tokens] int64 -> [tokens].
torch::Tensor tokenLogProbs(const torch::Tensor& logits, const torch::Tensor& targets);

/// Sums token log-probabilities by answer: tokens [tokens], answers [tokens] int64 naming each
/// token's answer in 0 .. count-1 -> [count].
torch::Tensor sumByAnswer(const torch::Tensor& tokens, const torch::Tensor& answers,
                          std::int64_t count);

}  // namespace mia::train

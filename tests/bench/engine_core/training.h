// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "model/lvlm/llava.h"

namespace mia::bench {

struct TrainingShape {
  std::int64_t pictures = 2;       ///< of each prompt
  std::int64_t textTokens = 60;    ///< of each prompt, besides the pictures'
  std::int64_t answerTokens = 40;  ///< of each answer
  std::int64_t pairs = 2;          ///< per step, one forward pass
  std::int64_t rank = 128;
  int steps = 20;
};

/// DPO steps with LoRA on random pairs: projector, policy, loss, backward, AdamW; the reference's
/// log-probs are made once. Returns the loss of every step; throws Error when one is not a number.
std::vector<double> trainRandomPairs(model::Llava& model, const TrainingShape& shape);

/// Ids of a random prompt: `pictures` runs of image tokens among `textTokens` words.
std::vector<std::int64_t> randomPrompt(const model::LlavaConfig& config, std::int64_t pictures,
                                       std::int64_t textTokens);

/// Projected rows of random pictures, [pictures * tokensPerImage, D].
torch::Tensor randomImageRows(model::Llava& model, std::int64_t pictures);

}  // namespace mia::bench

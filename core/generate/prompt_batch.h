// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <torch/torch.h>

#include "generate/answer.h"

namespace mia::generate {

/// Prompts side by side, padded on the left. P prompts, T tokens of the longest.
struct PromptBatch {
  std::int64_t length = 0;  ///< T
  bool padded = false;      ///< false: all prompts have T tokens
  torch::Tensor ids;        ///< [P, T] int64, padding is a token that marks no image
  torch::Tensor mask;       ///< [P, T] bool, true where a prompt's own token stands
  torch::Tensor lengths;    ///< [P] int64
  torch::Tensor imageRows;  ///< [visual tokens of all, D], or undefined without pictures
  VisualTokens visual;
};

/// Error kUsage when a prompt is empty, or its image tokens, rows and coverage differ in number.
PromptBatch padPrompts(const std::vector<Prompt>& prompts, std::int64_t imageTokenId,
                       torch::Device device);

}  // namespace mia::generate

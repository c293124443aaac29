// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/log_probs.h"

namespace mia::train {

torch::Tensor tokenLogProbs(const torch::Tensor& logits, const torch::Tensor& targets) {
  return torch::log_softmax(logits, -1, torch::kFloat32)
      .gather(-1, targets.unsqueeze(-1))
      .squeeze(-1);
}

torch::Tensor sumByAnswer(const torch::Tensor& tokens, const torch::Tensor& answers,
                          std::int64_t count) {
  return torch::zeros({count}, tokens.options()).index_add(0, answers, tokens);
}

}  // namespace mia::train

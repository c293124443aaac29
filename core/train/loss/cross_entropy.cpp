// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/loss/cross_entropy.h"

namespace mia::train {

torch::Tensor crossEntropy(const torch::Tensor& tokenLogProbs, std::int64_t tokensInStep) {
  return -tokenLogProbs.sum() / static_cast<double>(tokensInStep);
}

}  // namespace mia::train

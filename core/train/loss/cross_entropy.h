// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <cstdint>

namespace mia::train {

/// The part of a mean cross-entropy that one micro-batch contributes: -sum(log p) / tokensInStep.
/// Dividing by the tokens of the whole step makes the sum over the micro-batches the step's mean
/// per token, however the step was cut; TRL's "sft" means each micro-batch by itself.
/// `tokenLogProbs` [tokens].
torch::Tensor crossEntropy(const torch::Tensor& tokenLogProbs, std::int64_t tokensInStep);

}  // namespace mia::train

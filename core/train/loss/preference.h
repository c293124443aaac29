// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

namespace mia::train {

/// Log-probabilities of a batch's answers, summed over their tokens; each [pairs], fp32.
struct AnswerLogProbs {
  torch::Tensor chosen;
  torch::Tensor rejected;
};

/// What a preference loss makes of a batch; each [pairs].
struct PreferenceLoss {
  torch::Tensor losses;           ///< carries the gradient to the policy's log-probabilities
  torch::Tensor rewardsChosen;    ///< beta (log pi - log pi_ref) of the chosen answers, no gradient
  torch::Tensor rewardsRejected;  ///< the same of the rejected ones
};

/// DPO's own loss, -log sigmoid(beta delta) with delta = (log pi - log pi_ref)(chosen) -
/// (log pi - log pi_ref)(rejected): Rafailov et al. 2023, equation 7; TRL's "sigmoid".
PreferenceLoss sigmoidLoss(const AnswerLogProbs& policy, const AnswerLogProbs& reference,
                           double beta);

}  // namespace mia::train

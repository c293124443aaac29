// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/loss/preference.h"

namespace mia::train {

PreferenceLoss sigmoidLoss(const AnswerLogProbs& policy, const AnswerLogProbs& reference,
                           double beta) {
  const torch::Tensor chosen = policy.chosen - reference.chosen;        // log-ratio, [pairs]
  const torch::Tensor rejected = policy.rejected - reference.rejected;  // log-ratio, [pairs]
  return {.losses = -torch::log_sigmoid(beta * (chosen - rejected)),
          .rewardsChosen = beta * chosen.detach(),
          .rewardsRejected = beta * rejected.detach()};
}

}  // namespace mia::train

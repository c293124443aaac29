// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/pair_scorer.h"

#include "train/log_probs.h"

namespace mia::train {

PairScores PairScorer::score(const std::vector<const TokenPair*>& pairs, Answers answers) {
  const PackedPairs packed = packPairs(pairs, answers);
  const torch::Device device = model_.device();
  std::vector<std::size_t> pictures;
  for (const TokenPair* pair : pairs) {
    pictures.insert(pictures.end(), pair->pictures.begin(), pair->pictures.end());
  }

  model::DecodeInput input;
  input.embeddings = model_.embed(packed.ids.to(device), features_.rows(pictures));
  input.positions = packed.positions.to(device);
  input.mask = packed.mask.to(device);
  const torch::Tensor hidden = model_.decode(input).flatten(0, 1);  // [rows * length, D]

  const torch::Tensor targets = packed.targets.to(device);
  const torch::Tensor logits = model_.head(hidden.index_select(0, packed.predictors.to(device)));
  const torch::Tensor tokens = tokenLogProbs(logits, targets);

  PairScores scores;
  const bool both = answers == Answers::kBoth;
  const torch::Tensor sums =
      sumByAnswer(tokens, packed.answers.to(device), both ? 2 * packed.rows : packed.rows);
  scores.answers.chosen = sums.narrow(0, 0, packed.rows);
  if (both) scores.answers.rejected = sums.narrow(0, packed.rows, packed.rows);
  scores.chosenTokens = tokens.narrow(0, 0, packed.chosenTokens);
  scores.correct = logits.detach().narrow(0, 0, packed.chosenTokens).argmax(-1) ==
                   targets.narrow(0, 0, packed.chosenTokens);
  return scores;
}

}  // namespace mia::train

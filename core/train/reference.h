// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/progress.h"
#include "train/pair_scorer.h"

namespace mia::train {

/// Log-probabilities of the answers under the reference (the model with its adapters off), summed
/// over their tokens, by the pair's index.
struct ReferenceLogProbs {
  std::vector<float> chosen;
  std::vector<float> rejected;

  /// Of these pairs, [pairs] fp32.
  AnswerLogProbs of(const std::vector<std::size_t>& pairs, const torch::Device& device) const;
};

/// Computes them once for the whole run. Every finished micro-batch is a line of `cache` (JSON
/// lines after a header with the fingerprint), so that a run that was cut goes on, with the same
/// bits; a cache of another fingerprint is replaced. Progress in pairs; Error kStopped when a stop
/// is asked for.
ReferenceLogProbs referenceLogProbs(model::Llava& model, PairScorer& scorer,
                                    const std::vector<TokenPair>& pairs, std::size_t microBatchSize,
                                    const std::filesystem::path& cache,
                                    const std::string& fingerprint, const WorkContext& work);

}  // namespace mia::train

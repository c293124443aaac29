// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "train/options.h"

namespace mia::train {

/// Which pairs each optimiser step takes: a pure function of the seed, so that a resumed run needs
/// to know its step and nothing else. Every epoch visits each pair once, shuffled in an order of
/// its own; the last step of an epoch is smaller when the pairs do not divide.
class StepPlan {
 public:
  /// options.maxSteps steps in all, or else ceil(epochs * stepsPerEpoch()). `pairs` > 0.
  StepPlan(std::size_t pairs, const DpoOptions& options);

  std::int64_t totalSteps() const { return totalSteps_; }
  std::int64_t stepsPerEpoch() const { return stepsPerEpoch_; }
  /// Indices of the pairs of step `step` (0-based), 0 <= step.
  std::vector<std::size_t> pairsOfStep(std::int64_t step) const;

 private:
  std::size_t pairs_;
  std::size_t batchSize_;
  bool shuffle_;
  std::uint64_t seed_;
  std::int64_t stepsPerEpoch_;
  std::int64_t totalSteps_;
};

/// Cuts a step into micro-batches of at most `size` with pairs of like length together, so that
/// little is padded. `lengths` is indexed by pair. Every pair is in one micro-batch.
std::vector<std::vector<std::size_t>> microBatches(std::vector<std::size_t> pairs, std::size_t size,
                                                   const std::vector<std::int64_t>& lengths);

}  // namespace mia::train

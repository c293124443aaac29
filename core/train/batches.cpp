// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/batches.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/random.h"

namespace mia::train {

StepPlan::StepPlan(std::size_t pairs, const DpoOptions& options)
    : pairs_(pairs),
      batchSize_(static_cast<std::size_t>(options.batchSize)),
      shuffle_(options.shuffle),
      seed_(options.seed),
      stepsPerEpoch_(static_cast<std::int64_t>((pairs + batchSize_ - 1) / batchSize_)),
      totalSteps_(options.maxSteps > 0
                      ? options.maxSteps
                      : static_cast<std::int64_t>(
                            std::ceil(options.epochs * static_cast<double>(stepsPerEpoch_)))) {}

std::vector<std::size_t> StepPlan::pairsOfStep(std::int64_t step) const {
  std::vector<std::size_t> order(pairs_);
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto epoch = static_cast<std::uint64_t>(step / stepsPerEpoch_);
  if (shuffle_) Random::stream(seed_, "order of pairs", epoch).shuffle(order);
  const std::size_t first = static_cast<std::size_t>(step % stepsPerEpoch_) * batchSize_;
  const std::size_t last = std::min(first + batchSize_, pairs_);
  return {order.begin() + static_cast<std::ptrdiff_t>(first),
          order.begin() + static_cast<std::ptrdiff_t>(last)};
}

std::vector<std::vector<std::size_t>> microBatches(std::vector<std::size_t> pairs, std::size_t size,
                                                   const std::vector<std::int64_t>& lengths) {
  std::stable_sort(pairs.begin(), pairs.end(),
                   [&](std::size_t a, std::size_t b) { return lengths[a] < lengths[b]; });
  std::vector<std::vector<std::size_t>> batches;
  for (std::size_t first = 0; first < pairs.size(); first += size) {
    const std::size_t last = std::min(first + size, pairs.size());
    batches.emplace_back(pairs.begin() + static_cast<std::ptrdiff_t>(first),
                         pairs.begin() + static_cast<std::ptrdiff_t>(last));
  }
  return batches;
}

}  // namespace mia::train

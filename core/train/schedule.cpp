// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/schedule.h"

#include <algorithm>
#include <cmath>

namespace mia::train {

LinearSchedule::LinearSchedule(double peakRate, std::int64_t totalSteps, double warmupRatio)
    : peakRate_(peakRate),
      totalSteps_(totalSteps),
      warmupSteps_(
          static_cast<std::int64_t>(std::ceil(warmupRatio * static_cast<double>(totalSteps)))) {}

double LinearSchedule::rate(std::int64_t stepsDone) const {
  const auto ratio = [](std::int64_t part, std::int64_t whole) {
    return static_cast<double>(part) / static_cast<double>(std::max<std::int64_t>(1, whole));
  };
  if (stepsDone < warmupSteps_) return peakRate_ * ratio(stepsDone, warmupSteps_);
  return peakRate_ * std::max(0.0, ratio(totalSteps_ - stepsDone, totalSteps_ - warmupSteps_));
}

}  // namespace mia::train

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace mia::train {

/// Linear warm-up from 0, then linear to 0: transformers' get_linear_schedule_with_warmup.
class LinearSchedule {
 public:
  /// The warm-up is ceil(warmupRatio * totalSteps) steps long.
  LinearSchedule(double peakRate, std::int64_t totalSteps, double warmupRatio);

  /// The learning rate of the step that follows `stepsDone` others: 0 of the first step if there
  /// is a warm-up.
  double rate(std::int64_t stepsDone) const;

  std::int64_t warmupSteps() const { return warmupSteps_; }

 private:
  double peakRate_;
  std::int64_t totalSteps_;
  std::int64_t warmupSteps_;
};

}  // namespace mia::train

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>

#include "base/progress.h"

namespace mia::run {

/// How fast work goes, told from its reports: over the last seconds of the present stage, so that a
/// slow start or a pause is soon forgotten.
class ProgressMeter {
 public:
  /// A report and when it was made, in seconds of any clock.
  void add(const Progress& progress, double time);

  const Progress& last() const { return last_; }
  /// Units per second; 0 while it cannot be told.
  double rate() const;
  /// Until the stage's total is reached, at this rate; negative while it cannot be told.
  double secondsLeft() const;

 private:
  struct Mark {
    double time = 0;
    std::int64_t done = 0;
  };

  Progress last_;
  std::deque<Mark> marks_;
};

}  // namespace mia::run

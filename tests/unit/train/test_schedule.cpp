// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "train/schedule.h"

using mia::train::LinearSchedule;

TEST_CASE("the rate climbs from 0 to its peak and falls to 0 after the last step") {
  // 10 steps, warm-up ceil(0.15 * 10) = 2: rates 0, 1/2, 8/8, 7/8 … 1/8 of the peak.
  const LinearSchedule schedule(4.0, 10, 0.15);
  CHECK(schedule.warmupSteps() == 2);
  CHECK(schedule.rate(0) == 0.0);
  CHECK(schedule.rate(1) == 2.0);
  CHECK(schedule.rate(2) == 4.0);
  CHECK(schedule.rate(3) == 3.5);
  CHECK(schedule.rate(9) == 0.5);
  CHECK(schedule.rate(10) == 0.0);
}

TEST_CASE("without a warm-up the first step has the peak rate") {
  const LinearSchedule schedule(4.0, 4, 0.0);
  CHECK(schedule.rate(0) == 4.0);
  CHECK(schedule.rate(3) == 1.0);
}

TEST_CASE("a run that only warms up never divides by zero") {
  const LinearSchedule schedule(4.0, 2, 1.0);
  CHECK(schedule.rate(1) == 2.0);
  CHECK(schedule.rate(2) == 0.0);
}

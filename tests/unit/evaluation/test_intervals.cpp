// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "base/random.h"
#include "evaluation/intervals.h"

using namespace mia::evaluation;

TEST_CASE("Wilson's interval matches the closed form of Newcombe's worked example") {
  // Newcombe (1998), Statistics in Medicine 17, 857-872, table I: 81 of 263 gives 0.2553 to 0.3662.
  const Interval interval = wilson(81, 263);
  CHECK(interval.low == doctest::Approx(0.2553).epsilon(2e-4));
  CHECK(interval.high == doctest::Approx(0.3662).epsilon(2e-4));
  CHECK(wilson(0, 20).low == doctest::Approx(0.0));
  CHECK(wilson(0, 0).high == 1.0);
}

TEST_CASE("the paired interval covers the true difference about 95 times in 100") {
  // 4000 seeded experiments of 200 paired trials: the binomial error of the coverage is 0.0035, so
  // 0.935 to 0.97 is more than three of them around 0.95.
  mia::Random random(7);
  int covered = 0;
  for (int experiment = 0; experiment < 4000; ++experiment) {
    PairedCounts counts;
    for (int trial = 0; trial < 200; ++trial) {
      const double u = random.uniform();
      if (u < 0.6)
        ++counts.both;
      else if (u < 0.7)
        ++counts.onlyBefore;
      else if (u < 0.88)
        ++counts.onlyAfter;
      else
        ++counts.neither;
    }
    const Interval interval = pairedDifference(counts);
    covered += interval.low <= 0.08 && 0.08 <= interval.high;
  }
  CHECK(covered / 4000.0 > 0.935);
  CHECK(covered / 4000.0 < 0.97);
}

TEST_CASE("a mean has an interval of 1.96 standard errors") {
  // Mean 0.5, variance 1/3 (n - 1), standard error sqrt(1/12): 1.96 x 0.28868 = 0.5658.
  const auto mean = meanWithInterval({0, 1, 0, 1});
  CHECK(mean.mean == doctest::Approx(0.5));
  CHECK(mean.interval.high == doctest::Approx(1.0658).epsilon(1e-4));
}

TEST_CASE("no change gives a narrow interval around zero, no trials the whole range") {
  const Interval same = pairedDifference({990, 0, 0, 10});
  CHECK(same.low < 0);
  CHECK(same.high > 0);
  CHECK(same.high < 0.01);
  CHECK(pairedDifference({}).low == -1);
}

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace mia::evaluation {

struct Interval {
  double low = 0;
  double high = 0;
};

/// Wilson's 95 % score interval of a proportion; 0 to 1 when there are no trials.
Interval wilson(std::int64_t successes, std::int64_t trials);

/// The same trials under two conditions, counted.
struct PairedCounts {
  std::int64_t both = 0;        ///< right before and after
  std::int64_t onlyBefore = 0;  ///< got worse
  std::int64_t onlyAfter = 0;   ///< got better
  std::int64_t neither = 0;
  std::int64_t trials() const { return both + onlyBefore + onlyAfter + neither; }
  double before() const;
  double after() const;
  double difference() const { return after() - before(); }
};

/// 95 % interval of after - before on paired trials: Newcombe's hybrid score method (Statistics in
/// Medicine 17, 1998, 2635-2650, method 10). Wide but finite when nothing changed; -1 to 1 when
/// there are no trials.
Interval pairedDifference(const PairedCounts& counts);

/// A mean with its 95 % interval by the normal approximation; meant for hundreds of values.
struct MeanInterval {
  double mean = 0;
  Interval interval;
};
MeanInterval meanWithInterval(const std::vector<double>& values);

}  // namespace mia::evaluation

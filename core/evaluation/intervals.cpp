// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/intervals.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace mia::evaluation {
namespace {

constexpr double kZ = 1.959963984540054;  // the normal distribution's 97.5 % point

double share(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

// Newcombe's estimate of the correlation, with its continuity correction.
double correlation(const PairedCounts& c) {
  const auto e = static_cast<double>(c.both), f = static_cast<double>(c.onlyAfter);
  const auto g = static_cast<double>(c.onlyBefore), h = static_cast<double>(c.neither);
  const double margins = (e + f) * (g + h) * (e + g) * (f + h);
  if (margins <= 0) return 0;
  double product = e * h - f * g;
  if (product > 0) product = std::max(0.0, product - (e + f + g + h) / 2);
  return product / std::sqrt(margins);
}

}  // namespace

double PairedCounts::before() const { return share(both + onlyBefore, trials()); }
double PairedCounts::after() const { return share(both + onlyAfter, trials()); }

Interval wilson(std::int64_t successes, std::int64_t trials) {
  if (trials == 0) return {0, 1};
  const auto n = static_cast<double>(trials);
  const double p = share(successes, trials);
  const double centre = p + kZ * kZ / (2 * n);
  const double half = kZ * std::sqrt(p * (1 - p) / n + kZ * kZ / (4 * n * n));
  const double scale = 1 + kZ * kZ / n;
  return {std::max(0.0, (centre - half) / scale), std::min(1.0, (centre + half) / scale)};
}

Interval pairedDifference(const PairedCounts& counts) {
  const std::int64_t n = counts.trials();
  if (n == 0) return {-1, 1};
  const double after = counts.after();
  const double before = counts.before();
  const Interval a = wilson(counts.both + counts.onlyAfter, n);
  const Interval b = wilson(counts.both + counts.onlyBefore, n);
  const double phi = correlation(counts);
  const auto reach = [phi](double x, double y) {
    return std::sqrt(std::max(0.0, x * x - 2 * phi * x * y + y * y));
  };
  return {after - before - reach(after - a.low, b.high - before),
          after - before + reach(a.high - after, before - b.low)};
}

MeanInterval meanWithInterval(const std::vector<double>& values) {
  if (values.size() < 2) return {values.empty() ? 0 : values.front(), {-1, 1}};
  const auto n = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  const double half = kZ * std::sqrt(squares / (n - 1) / n);
  return {mean, {mean - half, mean + half}};
}

}  // namespace mia::evaluation

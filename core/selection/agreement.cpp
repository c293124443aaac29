// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "selection/agreement.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace mia::selection {
namespace {

constexpr double kNormal95 = 1.959963984540054;

}  // namespace

Agreement agreementOf(std::span<const std::int64_t> table, std::size_t categories) {
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  Agreement result{0, 0, kNone, kNone, kNone, kNone};
  for (const std::int64_t count : table) result.items += count;
  if (result.items == 0) return result;
  const auto items = static_cast<double>(result.items);
  const auto share = [&](std::size_t i, std::size_t j) {
    return static_cast<double>(table[i * categories + j]) / items;
  };
  std::vector<double> first(categories, 0.0), second(categories, 0.0);
  for (std::size_t i = 0; i < categories; ++i) {
    result.same += table[i * categories + i];
    for (std::size_t j = 0; j < categories; ++j) {
      first[i] += share(i, j);
      second[j] += share(i, j);
    }
  }
  result.observed = static_cast<double>(result.same) / items;
  double expected = 0;
  for (std::size_t i = 0; i < categories; ++i) expected += first[i] * second[i];
  if (!(expected < 1)) return result;
  result.kappa = (result.observed - expected) / (1 - expected);

  const double rest = 1 - result.kappa;
  double variance = -std::pow(result.kappa - expected * rest, 2);
  for (std::size_t i = 0; i < categories; ++i) {
    for (std::size_t j = 0; j < categories; ++j) {
      variance += i == j ? share(i, i) * std::pow(1 - (first[i] + second[i]) * rest, 2)
                         : share(i, j) * std::pow((second[i] + first[j]) * rest, 2);
    }
  }
  const double error = std::sqrt(std::max(0.0, variance) / items) / (1 - expected);
  result.low = std::max(-1.0, result.kappa - kNormal95 * error);
  result.high = std::min(1.0, result.kappa + kNormal95 * error);
  return result;
}

}  // namespace mia::selection

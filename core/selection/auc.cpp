// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "selection/auc.h"

#include <algorithm>
#include <cmath>

namespace mia::selection {
namespace {

// For each of `scores`: the share of the sorted `others` below it, ties half.
std::vector<double> placements(const std::vector<double>& scores,
                               const std::vector<double>& others) {
  std::vector<double> values;
  values.reserve(scores.size());
  for (const double score : scores) {
    const auto [low, high] = std::equal_range(others.begin(), others.end(), score);
    const double below =
        static_cast<double>(low - others.begin()) + 0.5 * static_cast<double>(high - low);
    values.push_back(below / static_cast<double>(others.size()));
  }
  return values;
}

double mean(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

// The variance of the mean of `values`.
double varianceOfMean(const std::vector<double>& values) {
  if (values.size() < 2) return 0;
  const double centre = mean(values);
  double sum = 0;
  for (const double value : values) sum += (value - centre) * (value - centre);
  const auto n = static_cast<double>(values.size());
  return sum / (n - 1) / n;
}

void setInterval(Auc& auc) {
  auc.low = std::max(0.0, auc.value - 1.96 * auc.error);
  auc.high = std::min(1.0, auc.value + 1.96 * auc.error);
}

}  // namespace

Auc areaUnderCurve(const std::vector<double>& positives, const std::vector<double>& negatives) {
  Auc auc;
  auc.positives = positives.size();
  auc.negatives = negatives.size();
  if (positives.empty() || negatives.empty()) return auc;
  std::vector<double> up = positives;
  std::vector<double> down = negatives;
  std::sort(up.begin(), up.end());
  std::sort(down.begin(), down.end());
  const std::vector<double> above = placements(positives, down);
  const std::vector<double> below = placements(negatives, up);
  auc.value = mean(above);
  auc.error = std::sqrt(varianceOfMean(above) + varianceOfMean(below));
  setInterval(auc);
  return auc;
}

Auc stratified(const std::vector<Auc>& groups) {
  Auc all;
  double weights = 0;
  double sum = 0;
  double variance = 0;
  for (const Auc& group : groups) {
    all.positives += group.positives;
    all.negatives += group.negatives;
    const double weight =
        static_cast<double>(group.positives) * static_cast<double>(group.negatives);
    weights += weight;
    sum += weight * group.value;
    variance += weight * weight * group.error * group.error;
  }
  if (weights == 0) return all;
  all.value = sum / weights;
  all.error = std::sqrt(variance) / weights;
  setInterval(all);
  return all;
}

}  // namespace mia::selection

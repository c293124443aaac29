// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <limits>
#include <vector>

namespace mia::curation {

/// An exponential moving average without the pull of its start (it is divided by the weight that
/// was given so far, as Adam's moments are). A value told is never changed by later ones; gaps
/// (NaN) stay gaps and are not forgotten over.
class Smoother {
 public:
  /// `weight` of the past, 0 (raw) up to below 1.
  explicit Smoother(double weight) : weight_(weight) {}

  double next(double value) {
    if (std::isnan(value)) return std::numeric_limits<double>::quiet_NaN();
    mean_ = weight_ * mean_ + (1 - weight_) * value;
    left_ *= weight_;
    return mean_ / (1 - left_);
  }

 private:
  double weight_;
  double mean_ = 0;
  double left_ = 1;  ///< the weight that the empty start still has
};

inline std::vector<double> smoothed(const std::vector<double>& values, double weight) {
  Smoother smoother(weight);
  std::vector<double> out;
  out.reserve(values.size());
  for (const double value : values) out.push_back(smoother.next(value));
  return out;
}

}  // namespace mia::curation

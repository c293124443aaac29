// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace mia::selection {

/// How well a score tells two classes apart.
struct Auc {
  double value = 0.5;  ///< P(score of a positive > score of a negative), ties count half
  double low = 0;      ///< 95 % interval, by DeLong's variance
  double high = 1;
  double error = 0;  ///< standard error of the value
  std::size_t positives = 0;
  std::size_t negatives = 0;
};

/// Area under the ROC curve with DeLong's interval (DeLong, DeLong, Clarke-Pearson 1988).
/// Without a positive or a negative the value is 0.5 and the interval is 0 to 1.
Auc areaUnderCurve(const std::vector<double>& positives, const std::vector<double>& negatives);

/// One figure over several groups that must not be ranked against each other (layouts have
/// different chance shares): the mean of their areas, weighted by their numbers of pairs to
/// compare.
Auc stratified(const std::vector<Auc>& groups);

}  // namespace mia::selection

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "imaging/picture.h"

namespace mia::imaging {

/// One curve; a value that is not finite is a gap in the line.
struct Series {
  std::string name;
  std::vector<double> x;
  std::vector<double> y;
};

/// One panel with its own axes.
struct Plot {
  std::string title;
  std::string xLabel;
  std::string yLabel;
  std::vector<Series> series;  ///< coloured by seriesColour() in this order
  /// Weight of the past in the running mean that is drawn over the faint raw values; 0: raw only.
  double smoothing = 0;
};

/// The panels side by side, for a report: thin grid, names at the ends of the curves.
Picture drawPlots(const std::vector<Plot>& plots, int panelWidth, int panelHeight);

/// Round numbers that divide [low, high] into at most `count` steps, ascending, all within.
std::vector<double> niceTicks(double low, double high, int count);

/// A number for people: "1.2 M", "0.05", "4.1e-05".
std::string shortNumber(double value);

}  // namespace mia::imaging

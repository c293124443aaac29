// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/figures.h"

#include <cstdio>

namespace mia {

std::string fixed(double value, int decimals) {
  char text[340];  // the largest double has 309 digits
  std::snprintf(text, sizeof text, "%.*f", decimals, value);
  return text;
}

std::string percent(double share, int decimals) { return fixed(share * 100, decimals) + " %"; }

int decimalsApart(double a, double b, int least) {
  constexpr int kMost = 6;
  for (int decimals = least; decimals <= kMost; ++decimals) {
    if (fixed(a, decimals) != fixed(b, decimals)) return decimals;
  }
  return least;
}

}  // namespace mia

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace mia {

/// "0.31": a figure with a fixed number of decimals.
std::string fixed(double value, int decimals);

/// "31 %" of a share 0 … 1.
std::string percent(double share, int decimals = 0);

/// The fewest decimals, from `least` to 6, with which two figures do not look the same; `least`
/// when they do with 6.
int decimalsApart(double a, double b, int least = 0);

}  // namespace mia

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace mia::selection {

/// Levenshtein distance over bytes divided by the longer length: 0 equal .. 1 nothing in common.
/// Two empty texts are equal.
double editDistance(std::string_view a, std::string_view b);

/// Length of the longer over the shorter in bytes; 1 when equal or both empty; infinity when one is
/// empty.
double lengthRatio(std::string_view a, std::string_view b);

}  // namespace mia::selection

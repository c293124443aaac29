// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace mia::selection {

/// How two raters' categories for the same items agree.
struct Agreement {
  std::int64_t items = 0;
  std::int64_t same = 0;
  double observed = 0;  ///< share of items with the same category; NaN without items
  double kappa = 0;     ///< Cohen's; NaN without items or when both used one category alone
  double low = 0;       ///< 95 % interval; NaN where kappa is
  double high = 0;
};

/// Cohen's kappa of a square table of counts, [first rater's category * categories + second's], by
/// rows; the interval by the large-sample standard error of Fleiss, Cohen and Everitt
/// (Psychological Bulletin 72, 1969, 323-327), cut at -1 and 1.
Agreement agreementOf(std::span<const std::int64_t> table, std::size_t categories);

}  // namespace mia::selection

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "curation/review_book.h"
#include "evaluation/intervals.h"
#include "selection/agreement.h"

namespace mia::curation {

/// How often the pairs of a group were accepted.
struct AcceptanceRow {
  std::string group;  ///< "all", a rule's code, "sequence", "sequence 3"
  std::int64_t accepted = 0;
  std::int64_t decided = 0;
  evaluation::Interval interval;  ///< Wilson's, 95 %
};

/// Of all pairs, by rule, by layout, by layout and number of images where it has several. Of one
/// review, or of what holds when every review is heard (a disputed pair is not decided).
std::vector<AcceptanceRow> acceptance(const ReviewBook& book,
                                      const std::optional<Review>& review = {});

/// How far two reviews agree on the pairs that both decided. Three categories: accepted as it is,
/// accepted with sides swapped, rejected.
struct AgreementRow {
  std::string group;  ///< as in AcceptanceRow
  selection::Agreement agreement;
};

std::vector<AgreementRow> agreement(const ReviewBook& book, const Review& first,
                                    const Review& second);

}  // namespace mia::curation

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "evaluation/comparison.h"

using namespace mia;
using evaluation::Outcome;

TEST_CASE(
    "outcomes are grouped by layout, by number of images where there are several, and in all") {
  const std::vector<Outcome> outcomes = {{LayoutKind::kSingle, 1, true, true},
                                         {LayoutKind::kSequence, 2, false, true},
                                         {LayoutKind::kSequence, 3, true, false},
                                         {LayoutKind::kSequence, 3, false, true},
                                         {LayoutKind::kGrid, 4, false, false}};
  const auto rows = evaluation::compare(outcomes);
  std::vector<std::string> groups;
  for (const auto& row : rows) groups.push_back(row.group);
  CHECK(groups == std::vector<std::string>{"single", "sequence", "sequence 2", "sequence 3", "grid",
                                           "all multi-image"});
  CHECK(rows[1].counts.onlyAfter == 2);
  CHECK(rows[1].counts.onlyBefore == 1);
  CHECK(rows[5].counts.trials() == 4);
  CHECK(rows[5].counts.difference() == doctest::Approx(0.25));
}

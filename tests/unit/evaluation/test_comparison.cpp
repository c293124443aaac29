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
  CHECK(rows[3].holds(LayoutKind::kSequence, 3));
  CHECK_FALSE(rows[3].holds(LayoutKind::kSequence, 2));
  CHECK(rows[3].isPart());
  CHECK(rows[1].holds(LayoutKind::kSequence, 2));
  CHECK_FALSE(rows[1].isPart());
  CHECK(rows[5].holds(LayoutKind::kPicInPic, 2));
  CHECK_FALSE(rows[5].holds(LayoutKind::kSingle, 1));
}

TEST_CASE("a row is written with one decimal, its numbers under those of the rows above") {
  CHECK(evaluation::shareText(0.79214) == "79.2 %");
  CHECK(evaluation::pointsText(0.0757) == "+7.6");
  CHECK(evaluation::pointsText(-0.01) == "-1.0");
  CHECK(evaluation::intervalText({-0.006, 0.112}) == "(-0.6 to +11.2)");
  std::vector<Outcome> outcomes(40, {LayoutKind::kSingle, 1, true, true});
  outcomes.resize(440, {LayoutKind::kGrid, 4, false, true});
  const std::string text = evaluation::toText(evaluation::compare(outcomes));
  std::vector<std::size_t> lengths;
  for (std::size_t from = 0, end; (end = text.find('\n', from)) != std::string::npos;
       from = end + 1)
    lengths.push_back(end - from);
  REQUIRE(lengths.size() == 4);
  CHECK(lengths[1] == lengths[2]);
  CHECK(lengths[2] == lengths[3]);
  CHECK(text.find("+100.0  (+") != std::string::npos);
}

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "domain/answer_match.h"

using mia::isWrong;
using mia::normaliseAnswer;
using mia::WrongRule;

TEST_CASE("case, punctuation, articles and spacing do not make an answer wrong") {
  CHECK(normaliseAnswer("  The main object, is a  Goldfish. ") == "main object is goldfish");
  CHECK_FALSE(isWrong(WrongRule::kNormalised, "a red ring", "Red ring."));
  CHECK(isWrong(WrongRule::kString, "a red ring", "Red ring."));
}

TEST_CASE("what carries meaning stays") {
  CHECK(normaliseAnswer("1.5 m") == "1.5 m");
  CHECK(normaliseAnswer("A") == "a");
  CHECK(isWrong(WrongRule::kNormalised, "1.5", "15"));
  CHECK(isWrong(WrongRule::kNormalised, "grün", "grin"));
  CHECK(normaliseAnswer("").empty());
}

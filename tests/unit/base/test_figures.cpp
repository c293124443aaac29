// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/figures.h"

#include <doctest/doctest.h>

TEST_CASE("two figures get the decimals that tell them apart") {
  CHECK(mia::decimalsApart(31, 60) == 0);
  CHECK(mia::decimalsApart(49.6, 50) == 1);
  CHECK(mia::decimalsApart(49.6, 50, 2) == 2);
  CHECK(mia::decimalsApart(50 - 1e-4, 50) == 4);
  CHECK(mia::decimalsApart(50, 50) == 0);
  CHECK(mia::decimalsApart(50 - 1e-12, 50, 1) == 1);
  CHECK(mia::percent(0.4961, 1) == "49.6 %");
  CHECK(mia::fixed(-0.125, 3) == "-0.125");
}

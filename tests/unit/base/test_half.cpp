// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <cmath>

#include "base/half.h"

TEST_CASE("every binary16 value survives a round trip") {
  for (unsigned bits = 0; bits < 0x10000; ++bits) {
    const auto half = static_cast<std::uint16_t>(bits);
    const float value = mia::fromHalf(half);
    if (std::isnan(value)) {
      CHECK(std::isnan(mia::fromHalf(mia::toHalf(value))));
    } else {
      CHECK(mia::toHalf(value) == half);
    }
  }
}

TEST_CASE("rounding is to nearest even, and what is too large becomes infinity") {
  CHECK(mia::toHalf(1.0f + 0x1p-11f) == mia::toHalf(1.0f));                // halfway, even below
  CHECK(mia::toHalf(1.0f + 3 * 0x1p-11f) == mia::toHalf(1.0f + 0x1p-9f));  // halfway, even above
  CHECK(mia::toHalf(65520.0f) == 0x7c00);
  CHECK(mia::toHalf(65519.0f) == 0x7bff);
}

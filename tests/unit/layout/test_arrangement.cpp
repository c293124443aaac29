// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/arrangement.h"

#include <doctest/doctest.h>

using namespace mia::layout;

TEST_CASE("one picture is as large as its area allows, in the middle") {
  CHECK(arranged({{200, 100}}, {300, 300, 10}) == std::vector<PixelRect>{{0, 75, 300, 150}});
  CHECK(arranged({{100, 200}}, {300, 300, 10}) == std::vector<PixelRect>{{75, 0, 150, 300}});
  CHECK(arranged({}, {300, 300, 10}).empty());
}

TEST_CASE("pictures stand in the number of rows that shows them largest") {
  const std::vector<Size> squares(4, {50, 50});
  // Two rows of 95 px instead of one of 43.
  const std::vector<PixelRect> two{
      {0, 0, 95, 95}, {105, 0, 95, 95}, {0, 105, 95, 95}, {105, 105, 95, 95}};
  CHECK(arranged(squares, {200, 200, 10}) == two);
  const auto row = arranged(squares, {400, 60, 10});
  for (std::size_t i = 0; i < row.size(); ++i) {
    CHECK(row[i] == PixelRect{65 + static_cast<int>(i) * 70, 0, 60, 60});
  }
}

TEST_CASE("a short last row is centred, and every picture keeps its shape") {
  const auto places = arranged({{60, 60}, {60, 60}, {120, 60}}, {240, 252, 12});
  REQUIRE(places.size() == 3);
  CHECK(places[0] == PixelRect{0, 6, 114, 114});
  CHECK(places[1] == PixelRect{126, 6, 114, 114});
  CHECK(places[2] == PixelRect{6, 132, 228, 114});
}

TEST_CASE("an area without room still has places") {
  const auto places = arranged({{10, 10}, {10, 10}}, {1, 1, 16});
  REQUIRE(places.size() == 2);
  CHECK(places[0].height == 1);
  CHECK(places[0].width == 1);
}

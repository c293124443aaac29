// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/plot.h"

#include <doctest/doctest.h>

#include <limits>

#include "imaging/palette.h"
#include "imaging/sheet.h"

using namespace mia;
using namespace mia::imaging;

namespace {

// How many columns hold a pixel of exactly this colour.
int columnsWith(const Picture& picture, Colour colour, int left, int right) {
  int columns = 0;
  for (int x = left; x < right; ++x) {
    for (int y = 0; y < picture.height; ++y) {
      const std::uint8_t* p = picture.pixel(x, y);
      if (p[0] == colour.red && p[1] == colour.green && p[2] == colour.blue) {
        ++columns;
        break;
      }
    }
  }
  return columns;
}

}  // namespace

TEST_CASE("ticks are round, few and within") {
  CHECK(niceTicks(0, 1, 5) == std::vector<double>{0, 0.2, 0.4, 0.6000000000000001, 0.8, 1});
  CHECK(niceTicks(-3, 17, 4) == std::vector<double>{0, 5, 10, 15});
  CHECK(niceTicks(2, 2, 4).empty());
}

TEST_CASE("numbers are written for people") {
  CHECK(shortNumber(1234567) == "1.23 M");
  CHECK(shortNumber(12345) == "12.3 k");
  CHECK(shortNumber(0.05) == "0.05");
  CHECK(shortNumber(0.000041) == "4.1e-05");
  CHECK(shortNumber(0) == "0");
}

TEST_CASE("a gap in the data is a gap in the line") {
  Plot plot{"loss", "step", "", {{"loss", {}, {}}}, 0};
  for (int i = 0; i <= 100; ++i) {
    plot.series[0].x.push_back(i);
    const bool missing = i > 40 && i < 60;
    plot.series[0].y.push_back(missing ? std::numeric_limits<double>::quiet_NaN() : 1.0);
  }
  const Picture picture = drawPlots({plot}, 600, 300);
  // The plot spans x = 62 to 504; steps 41 to 59 lie at 243 to 323.
  CHECK(columnsWith(picture, seriesColour(0), 70, 230) == 160);
  CHECK(columnsWith(picture, seriesColour(0), 250, 318) == 0);
  CHECK(columnsWith(picture, seriesColour(0), 335, 500) == 165);
}

TEST_CASE("a share bar is divided as the attention was") {
  SheetAnswer answer;
  answer.shares = {0.5, 0.3};
  answer.elsewhere = 0.2;
  answer.threshold = 0.4;
  Picture picture(220, 40);
  drawShareBar(picture, {10, 6, 200, 28}, answer, 1);
  const auto at = [&](int x, int y = 9) {
    const std::uint8_t* p = picture.pixel(x, y);
    return Colour{p[0], p[1], p[2]};
  };
  CHECK(at(15) == mixed(seriesColour(0), kPanel, 0.35));
  CHECK(at(105) == mixed(seriesColour(0), kPanel, 0.35));
  CHECK(at(113) == seriesColour(1));  // the target in full colour
  CHECK(at(165) == seriesColour(1));
  CHECK(at(175) != seriesColour(1));
  CHECK(at(15, 31) == seriesColour(1));  // the gauge: the target's 0.3, to 70
  CHECK(at(69, 31) == seriesColour(1));
  CHECK(at(71, 31) == kRule);
  CHECK(at(90, 31) == kInk);  // the threshold: 10 + 0.4 * 200
}

TEST_CASE("a sheet grows with its samples") {
  SheetSample sample{"sample 1", "what is it ?", "a ring", 0, {}};
  sample.answers.push_back({"before", "a disk", false, {Picture(64, 64)}, {1.0}, 0, 0, ""});
  const Picture one = drawSheet("Samples", {sample}, {0, 2});
  const Picture two = drawSheet("Samples", {sample, sample}, {0, 2});
  CHECK(one.width == two.width);
  CHECK(two.height > one.height + 200);
}

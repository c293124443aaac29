// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>

#include "curation/colour_maps.h"

using namespace mia;

namespace {

double lightness(const Colour& colour) {
  return 0.2126 * colour.red + 0.7152 * colour.green + 0.0722 * colour.blue;
}

}  // namespace

TEST_CASE("the sequential colour maps grow lighter all the way") {
  for (const auto map : {curation::ColourMap::kInferno, curation::ColourMap::kMagma,
                         curation::ColourMap::kViridis, curation::ColourMap::kCividis}) {
    const auto& colours = curation::colourTable(map);
    for (std::size_t i = 8; i < colours.size(); i += 8) {
      CAPTURE(i);
      CHECK(lightness(colours[i]) > lightness(colours[i - 8]));
    }
  }
}

TEST_CASE("the difference map is neutral in the middle and equally dark at both ends") {
  const auto& colours = curation::colourTable(curation::ColourMap::kDifference);
  const Colour middle = colours[128];
  CHECK(std::abs(middle.red - middle.blue) <= 3);
  CHECK(lightness(middle) > 225);
  CHECK(colours.front().blue > colours.front().red);
  CHECK(colours.back().red > colours.back().blue);
  CHECK(std::abs(lightness(colours.front()) - lightness(colours.back())) < 20);
}

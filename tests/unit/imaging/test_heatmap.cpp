// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/heatmap.h"

#include <doctest/doctest.h>

#include "imaging/palette.h"

using namespace mia;
using namespace mia::imaging;

namespace {

const layout::ViewSpec kCrop{false, 64, {}, layout::Size{64, 64}};

double luma(Colour c) { return 0.2126 * c.red + 0.7152 * c.green + 0.0722 * c.blue; }

}  // namespace

TEST_CASE("inferno grows brighter without a break") {
  double before = -1;
  for (int i = 0; i <= 255; ++i) {
    const double now = luma(inferno(i / 255.0));
    CHECK(now > before - 0.5);  // rounding of the three bytes
    before = now;
  }
  CHECK(luma(inferno(0)) < 5);
  CHECK(luma(inferno(1)) > 230);
}

TEST_CASE("nothing is hidden at the low end, and the more the higher the value") {
  const HeatScale scale{0, 4};
  CHECK(heatOpacity(0, scale) == 0);
  double before = 0;
  for (double value = 0.5; value <= 4; value += 0.5) {
    CHECK(heatOpacity(value, scale) > before);
    before = heatOpacity(value, scale);
  }
  CHECK(before < 1);
  CHECK(heatOpacity(9, scale) == before);
}

TEST_CASE("the scale is shared by all maps and never ends below chance") {
  const std::vector<AttentionMap> maps = {{0, 0, 1, 2, {0.5f, 3.25f}}, {0, 1, 1, 2, {1, 2}}};
  CHECK(sharedScale(maps).high == 3.25);
  const std::vector<AttentionMap> flat = {{0, 0, 1, 1, {0.25f}}};
  CHECK(sharedScale(flat).high == 1);
}

TEST_CASE("the map lies where the model saw it, and what was cropped away is dimmed") {
  const Picture black(128, 64, {0, 0, 0});  // seen: columns 32 to 96
  AttentionMap map{0, 0, 4, 4, std::vector<float>(16, 0)};
  for (int row = 0; row < 4; ++row) map.values[std::size_t(row) * 4 + 3] = 4;
  const Picture out = overlayHeatmap(black, map, layout::viewOf(kCrop, {128, 64}), 16, {0, 4});
  CHECK(out.pixel(40, 32)[0] == 0);    // first column of patches: value 0, untouched
  CHECK(out.pixel(94, 32)[0] > 150);   // last column: hot
  CHECK(out.pixel(120, 32)[0] > 100);  // not seen: towards grey
  CHECK(out.pixel(120, 32)[0] == out.pixel(120, 32)[1]);
  CHECK(out.pixel(4, 32)[0] == out.pixel(120, 32)[0]);
}

TEST_CASE("the model's view shows whose each part is, and hatches what is nobody's") {
  LayoutRecipe recipe;
  recipe.kind = LayoutKind::kGrid;
  recipe.imageCount = 2;
  recipe.grid.cellWidth = recipe.grid.cellHeight = 32;
  recipe.grid.margin = 0;
  const auto canvas = layout::planPictures(recipe, {{32, 32}, {32, 16}}).front();
  const auto view = layout::viewOf({true, 64, {}, layout::Size{64, 64}}, canvas.size);
  const Picture out = drawModelView(Picture(64, 64), canvas, view, 16, 128);
  CHECK(out.size() == layout::Size{128, 128});
  const auto tinted = [](int region) { return mixed({255, 255, 255}, seriesColour(region), 0.3); };
  CHECK(out.pixel(10, 40)[0] == tinted(0).red);  // 32 px of padding above and below, twice enlarged
  CHECK(out.pixel(70, 40)[0] == tinted(1).red);
  const auto hatched = [&](int top) {
    int ink = 0;
    for (int x = 66; x < 90; ++x) ink += out.pixel(x, top)[0] == kDimInk.red ? 1 : 0;
    return ink > 4 && ink < 20;
  };
  CHECK(hatched(10));  // padding
  CHECK(hatched(70));  // the cell below the flat image
  CHECK_FALSE(hatched(40));
  CHECK(out.pixel(32, 40)[0] == 255);  // the grid
}

TEST_CASE("regions are outlined in their own colours, a hidden part is not") {
  LayoutRecipe recipe;
  recipe.kind = LayoutKind::kPicInPic;
  recipe.imageCount = 2;
  recipe.targetIndex = 1;
  const auto canvas = layout::planPictures(recipe, {{300, 200}, {300, 200}}).front();
  const Picture out = drawRegions(Picture(300, 200), canvas);
  CHECK(out.pixel(150, 0)[2] == seriesColour(0).blue);
  CHECK(out.pixel(150, 30)[2] == seriesColour(1).blue);
  CHECK(out.pixel(150, 100)[0] == 255);
}

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/patch_map.h"

#include <doctest/doctest.h>

#include <numeric>

#include "base/random.h"

using namespace mia;
using namespace mia::layout;

namespace {

double total(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

LayoutRecipe gridRecipe(int columns, int rows) {
  LayoutRecipe recipe;
  recipe.kind = LayoutKind::kGrid;
  recipe.imageCount = columns * rows;
  recipe.grid.columns = columns;
  recipe.grid.rows = rows;
  return recipe;
}

ViewSpec padSpec() { return {true, 336, {}, Size{336, 336}}; }
ViewSpec cropSpec() { return {false, 336, {}, Size{336, 336}}; }

LayoutRecipe randomRecipe(Random& random) {
  if (random.below(2) == 0) {
    LayoutRecipe recipe = gridRecipe(1 + int(random.below(3)), 1 + int(random.below(3)));
    recipe.grid.cellWidth = 20 + int(random.below(400));
    recipe.grid.cellHeight = 20 + int(random.below(400));
    recipe.grid.margin = int(random.below(50));
    recipe.grid.fit = static_cast<Fit>(random.below(4));
    return recipe;
  }
  LayoutRecipe recipe;
  recipe.kind = LayoutKind::kPicInPic;
  recipe.imageCount = 2;
  recipe.targetIndex = 1;
  recipe.picInPic.scale = random.uniform(0.1, 1);
  recipe.picInPic.centreX = random.uniform();
  recipe.picInPic.centreY = random.uniform();
  recipe.picInPic.border = int(random.below(10));
  return recipe;
}

}  // namespace

TEST_CASE("coverage adds up to what of each region the model sees, for any layout and view") {
  for (std::uint64_t i = 0; i < 200; ++i) {
    Random random = Random::stream(7, "patch map", i);
    const LayoutRecipe recipe = randomRecipe(random);
    std::vector<Size> sizes;
    for (int k = 0; k < recipe.imageCount; ++k) {
      sizes.push_back({16 + int(random.below(600)), 16 + int(random.below(600))});
    }
    const Canvas canvas = planPictures(recipe, sizes).front();
    const ViewTransform view = viewOf(random.below(2) == 0 ? padSpec() : cropSpec(), canvas.size);
    const PatchMap map = patchMap(canvas, recipe.imageCount, view, 14);
    CAPTURE(i);
    REQUIRE(map.rows == 24);
    REQUIRE(map.columns == 24);
    const Rect seen{0, 0, 336, 336};
    for (int region = 0; region < recipe.imageCount; ++region) {
      double area = 0;
      for (const Rect& part : visibleParts(canvas, region)) {
        area += intersection(view.toModel(part), seen).area();
      }
      CHECK(total(map.coverage[std::size_t(region)]) == doctest::Approx(area / (14 * 14)));
    }
    for (int patch = 0; patch < 24 * 24; ++patch) {
      double sum = 0;
      for (const auto& region : map.coverage) sum += region[std::size_t(patch)];
      CHECK(sum <= 1 + 1e-9);  // rounding of areas
      CHECK(map.elsewhere(patch) == doctest::Approx(1 - sum));
    }
  }
}

TEST_CASE("padding belongs to nobody") {
  LayoutRecipe single;
  const Canvas canvas = planPictures(single, {{400, 200}}).front();
  const PatchMap map = patchMap(canvas, 1, viewOf(padSpec(), canvas.size), 14);
  // 400 x 200 on a square: rows 84..252 of 336 px, which are patch rows 6 to 17.
  for (int row = 0; row < 24; ++row) {
    CAPTURE(row);
    CHECK(map.coverage[0][std::size_t(row) * 24 + 3] ==
          doctest::Approx(row >= 6 && row < 18 ? 1.0 : 0.0));
  }
}

TEST_CASE("what the crop takes away vanishes") {
  LayoutRecipe recipe = gridRecipe(3, 1);
  recipe.grid.margin = 0;
  const Canvas canvas = planPictures(recipe, {{448, 448}, {448, 448}, {448, 448}}).front();
  const PatchMap map = patchMap(canvas, 3, viewOf(cropSpec(), canvas.size), 14);
  CHECK(total(map.coverage[0]) == 0);  // 3 : 1 seen through a centred square
  CHECK(total(map.coverage[1]) == doctest::Approx(24 * 24));
  CHECK(total(map.coverage[2]) == 0);
}

TEST_CASE("a patch on an edge is shared by the fraction of its area") {
  LayoutRecipe single;
  const Canvas canvas = planPictures(single, {{60, 40}}).front();
  const ViewSpec spec{true, 60, {}, Size{60, 60}};
  const PatchMap map = patchMap(canvas, 1, viewOf(spec, canvas.size), 20);
  // The picture lies in rows 10..50 of 60: half of the first and of the last row of patches.
  CHECK(map.coverage[0] == std::vector<double>{0.5, 0.5, 0.5, 1, 1, 1, 0.5, 0.5, 0.5});
}

TEST_CASE("the paper's blocks on 24 x 24 are whole patches") {
  const auto grid = paperPatchMaps(gridRecipe(3, 2), 24, 24);
  REQUIRE(grid.size() == 1);
  for (int patch = 0; patch < 24 * 24; ++patch) {
    const int owner = patch / 24 / 12 * 3 + patch % 24 / 8;
    for (int region = 0; region < 6; ++region) {
      CHECK(grid[0].coverage[std::size_t(region)][std::size_t(patch)] ==
            doctest::Approx(region == owner ? 1 : 0).epsilon(1e-9));
    }
  }
  LayoutRecipe inset;
  inset.kind = LayoutKind::kPicInPic;
  inset.imageCount = 2;
  inset.targetIndex = 1;
  const auto window = paperPatchMaps(inset, 24, 24);
  CHECK(total(window[0].coverage[1]) == doctest::Approx(16 * 16));
  CHECK(window[0].coverage[1][4 * 24 + 4] == doctest::Approx(1));
  CHECK(window[0].coverage[1][3 * 24 + 4] == doctest::Approx(0));
  CHECK(total(window[0].coverage[0]) == doctest::Approx(24 * 24 - 16 * 16));
  // 4 of 24 is two thirds of the first of four patches.
  CHECK(paperPatchMaps(inset, 4, 4)[0].coverage[1][0] == doctest::Approx(1.0 / 9));
}

TEST_CASE("the paper's map of a sequence gives each picture to its image") {
  LayoutRecipe recipe;
  recipe.kind = LayoutKind::kSequence;
  recipe.imageCount = 3;
  const auto maps = paperPatchMaps(recipe, 4, 4);
  REQUIRE(maps.size() == 3);
  CHECK(total(maps[2].coverage[2]) == doctest::Approx(16));
  CHECK(total(maps[2].coverage[0]) == 0);
}

TEST_CASE("the view is invertible") {
  const ViewTransform view = viewOf(cropSpec(), {501, 333});
  const Rect rect{12, 30, 77, 90};
  const Rect back = view.toCanvas(view.toModel(rect));
  CHECK(back.left == doctest::Approx(rect.left));
  CHECK(back.bottom == doctest::Approx(rect.bottom));
  CHECK(view.resized == Size{505, 336});  // int(336 * 501 / 333) = 505
  CHECK(view.cropLeft == 84);
}

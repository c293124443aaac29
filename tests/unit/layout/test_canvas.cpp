// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/canvas.h"

#include <doctest/doctest.h>

using namespace mia;
using namespace mia::layout;

namespace {

LayoutRecipe gridRecipe(int columns, int rows) {
  LayoutRecipe recipe;
  recipe.kind = LayoutKind::kGrid;
  recipe.imageCount = columns * rows;
  recipe.grid.columns = columns;
  recipe.grid.rows = rows;
  return recipe;
}

Canvas planGrid(const LayoutRecipe& recipe, Size size) {
  return planPictures(recipe, std::vector<Size>(std::size_t(recipe.imageCount), size)).front();
}

LayoutRecipe picInPicRecipe() {
  LayoutRecipe recipe;
  recipe.kind = LayoutKind::kPicInPic;
  recipe.imageCount = 2;
  recipe.targetIndex = 1;
  return recipe;
}

double totalArea(const std::vector<Rect>& parts) {
  double area = 0;
  for (const Rect& part : parts) area += part.area();
  return area;
}

}  // namespace

TEST_CASE("the paper's grids have the paper's sizes") {
  CHECK(planGrid(gridRecipe(2, 1), {100, 100}).size == Size{936, 488});
  CHECK(planGrid(gridRecipe(3, 1), {100, 100}).size == Size{1424, 488});
  CHECK(planGrid(gridRecipe(2, 2), {100, 100}).size == Size{936, 976});
  CHECK(planGrid(gridRecipe(3, 2), {100, 100}).size == Size{1424, 976});
  CHECK(planGrid(gridRecipe(3, 3), {100, 100}).size == Size{1424, 1464});
}

TEST_CASE("grids are as square as the number of images allows") {
  const std::pair<int, int> columns[] = {{1, 1}, {2, 2}, {3, 3}, {4, 2},
                                         {6, 3}, {7, 7}, {8, 4}, {9, 3}};
  for (const auto& [images, expected] : columns) CHECK(squarestColumns(images) == expected);
}

TEST_CASE("cells stand below their labels, row by row") {
  const Canvas canvas = planGrid(gridRecipe(3, 2), {448, 448});
  CHECK(canvas.placements[4].target == PixelRect{488, 528, 448, 448});
  CHECK(canvas.labels[4].text == "Image5");
  CHECK(canvas.labels[4].box == PixelRect{488, 488, 448, 40});
}

TEST_CASE("every fit keeps to its cell") {
  const auto target = [](Fit fit, Size size) {
    LayoutRecipe recipe = gridRecipe(2, 1);
    recipe.grid.fit = fit;
    return planGrid(recipe, size).placements[1];
  };
  // 500 x 333: 448 / (500 / 333) = 298.37, truncated.
  CHECK(target(Fit::kContainTopLeft, {500, 333}).target == PixelRect{488, 40, 448, 298});
  CHECK(target(Fit::kContainCentre, {500, 333}).target == PixelRect{488, 115, 448, 298});
  CHECK(target(Fit::kStretch, {500, 333}).target == PixelRect{488, 40, 448, 448});
  CHECK(target(Fit::kCover, {500, 333}).target == PixelRect{488, 40, 448, 448});
  CHECK(target(Fit::kCover, {500, 333}).source == PixelRect{83, 0, 333, 333});
  CHECK(target(Fit::kContainTopLeft, {4000, 1}).target == PixelRect{488, 40, 448, 1});
}

TEST_CASE("the inset takes 70 % of its background and stands in the middle") {
  // Width decides: int(500 * .7) = 350, int(350 / (400 / 300)) = 262.
  const auto wide = planPictures(picInPicRecipe(), {{500, 375}, {400, 300}}).front();
  CHECK(wide.size == Size{500, 375});
  CHECK(wide.placements[1].target == PixelRect{75, 56, 350, 262});
  // Height decides: int(375 * .7) = 262, int(262 * .5) = 131.
  const auto tall = planPictures(picInPicRecipe(), {{500, 375}, {300, 600}}).front();
  CHECK(tall.placements[1].target == PixelRect{184, 56, 131, 262});
  LayoutRecipe corner = picInPicRecipe();
  corner.picInPic.scale = 0.5;
  corner.picInPic.centreX = 1;
  corner.picInPic.centreY = 0;
  const auto moved = planPictures(corner, {{100, 100}, {10, 10}}).front();
  CHECK(moved.placements[1].target == PixelRect{50, 0, 50, 50});
}

TEST_CASE("the inset and its frame hide the background behind them") {
  LayoutRecipe recipe = picInPicRecipe();
  recipe.picInPic.scale = 0.5;
  recipe.picInPic.border = 5;
  const auto canvas = planPictures(recipe, {{100, 80}, {10, 8}}).front();
  CHECK(totalArea(visibleParts(canvas, 1)) == 50 * 40);
  CHECK(totalArea(visibleParts(canvas, 0)) == 100 * 80 - 60 * 50);
  CHECK(visibleParts(canvas, 2).empty());
}

TEST_CASE("a sequence is one canvas per image, and what does not fit together is refused") {
  LayoutRecipe recipe;
  recipe.kind = LayoutKind::kSequence;
  recipe.imageCount = 3;
  const auto canvases = planPictures(recipe, {{10, 20}, {30, 40}, {5, 6}});
  REQUIRE(canvases.size() == 3);
  CHECK(canvases[1].size == Size{30, 40});
  CHECK(visibleParts(canvases[1], 1) == std::vector<Rect>{{0, 0, 30, 40}});
  CHECK(visibleParts(canvases[1], 0).empty());
  CHECK_THROWS_AS(planPictures(recipe, {{10, 20}}), Error);
  CHECK_THROWS_AS(planPictures(recipe, {{10, 20}, {0, 4}, {5, 6}}), Error);
}

TEST_CASE("cells can be filled by columns, framed, and labelled below") {
  LayoutRecipe recipe = gridRecipe(3, 2);
  recipe.grid.order = CellOrder::kColumns;
  recipe.grid.labelSide = LabelSide::kBelow;
  recipe.grid.border = 4;
  const Canvas canvas = planGrid(recipe, {448, 448});
  CHECK(canvas.size == Size{1424, 976});
  // The second image stands under the first; its cell begins at 488 and is 4 px smaller all around.
  CHECK(canvas.placements[1].target == PixelRect{4, 492, 440, 440});
  CHECK(canvas.placements[2].target.left == 492);
  CHECK(canvas.labels[1].box == PixelRect{0, 936, 448, 40});
  recipe.grid.border = 230;
  CHECK_THROWS_AS(planGrid(recipe, {448, 448}), Error);
}

TEST_CASE("a canvas drawn smaller keeps its parts together") {
  const Canvas half = scaled(planGrid(gridRecipe(2, 1), {448, 300}), 0.5);
  CHECK(half.size == Size{468, 244});
  CHECK(half.placements[1].target == PixelRect{244, 20, 224, 150});
  CHECK(half.placements[1].source == PixelRect{0, 0, 448, 300});
  CHECK(half.labels[1].box == PixelRect{244, 0, 224, 20});
}

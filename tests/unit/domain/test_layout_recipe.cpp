// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/layout_recipe.h"

#include <doctest/doctest.h>

using namespace mia;

TEST_CASE("a recipe is read back as it was written") {
  LayoutRecipe recipe;
  recipe.kind = LayoutKind::kGrid;
  recipe.imageCount = 6;
  recipe.targetIndex = 4;
  recipe.grid.columns = 2;
  recipe.grid.rows = 3;
  recipe.grid.order = CellOrder::kColumns;
  recipe.grid.labelSide = LabelSide::kBelow;
  recipe.grid.labelAlign = LabelAlign::kRight;
  recipe.grid.labelScale = 0.4;
  recipe.grid.labelColour = {1, 2, 3};
  recipe.grid.border = 3;
  recipe.grid.borderColour = {4, 5, 6};
  CHECK(layoutRecipeFromJson(toJson(recipe), "it") == recipe);
  recipe = {};
  recipe.kind = LayoutKind::kPicInPic;
  recipe.imageCount = 2;
  recipe.targetIndex = 1;
  recipe.picInPic = {0.4, 0.2, 0.9, 3, {9, 8, 7}};
  CHECK(layoutRecipeFromJson(toJson(recipe), "it") == recipe);
}

TEST_CASE("a grid without the later parameters is written as it always was, and can be read") {
  LayoutRecipe recipe;
  recipe.kind = LayoutKind::kGrid;
  recipe.imageCount = 2;
  CHECK(toJson(recipe)["grid"].size() == 9);  // the fields of the first version
  CHECK(layoutRecipeFromJson(toJson(recipe), "it") == recipe);
}

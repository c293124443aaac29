// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenes/demo_plan.h"

#include "base/error.h"
#include "scenes/draw.h"

namespace mia::scenes {
namespace {

LayoutRecipe sequenceOf(int images) {
  LayoutRecipe recipe;
  recipe.kind = LayoutKind::kSequence;
  recipe.imageCount = images;
  return recipe;
}

LayoutRecipe gridOf(int columns, int rows) {
  LayoutRecipe recipe;
  recipe.kind = LayoutKind::kGrid;
  recipe.imageCount = columns * rows;
  recipe.grid.columns = columns;
  recipe.grid.rows = rows;
  recipe.grid.cellWidth = kSceneSize;
  recipe.grid.cellHeight = kSceneSize;
  recipe.grid.margin = 24;
  return recipe;
}

LayoutRecipe picInPic() {
  LayoutRecipe recipe;
  recipe.kind = LayoutKind::kPicInPic;
  recipe.imageCount = 2;
  recipe.targetIndex = 1;
  return recipe;
}

}  // namespace

int DemoPlan::trainPrompts() const {
  int sum = 0;
  for (const DemoLayout& layout : layouts) sum += layout.train;
  return sum;
}

int DemoPlan::heldOutPrompts() const {
  int sum = 0;
  for (const DemoLayout& layout : layouts) sum += layout.heldOut;
  return sum;
}

DemoPlan demoPlan() {
  DemoPlan plan;
  plan.layouts = {{"single", {}, 0, 600},
                  {"sequence2", sequenceOf(2), 600, 350},
                  {"sequence3", sequenceOf(3), 600, 350},
                  {"sequence4", sequenceOf(4), 400, 350},
                  {"sequence5", sequenceOf(5), 300, 350},
                  {"grid2", gridOf(2, 1), 500, 350},
                  {"grid4", gridOf(2, 2), 600, 350},
                  {"pip", picInPic(), 500, 300}};
  return plan;
}

const DemoLayout& demoLayout(const DemoPlan& plan, const std::string& name) {
  for (const DemoLayout& layout : plan.layouts) {
    if (layout.name == name) return layout;
  }
  throw Error(ErrorKind::kUsage, "The demo has no layout \"" + name + "\"");
}

}  // namespace mia::scenes

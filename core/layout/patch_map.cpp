// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/patch_map.h"

namespace mia::layout {
namespace {

PatchMap emptyMap(int regions, int rows, int columns) {
  PatchMap map{rows, columns, {}};
  map.coverage.assign(static_cast<std::size_t>(regions),
                      std::vector<double>(static_cast<std::size_t>(rows) * columns, 0.0));
  return map;
}

// Adds the share of every patch that `rect` covers; patches are `width` x `height`.
void addCoverage(PatchMap& map, int region, const Rect& rect, double width, double height) {
  auto& coverage = map.coverage[static_cast<std::size_t>(region)];
  for (int row = 0; row < map.rows; ++row) {
    for (int column = 0; column < map.columns; ++column) {
      const Rect patch{column * width, row * height, (column + 1) * width, (row + 1) * height};
      coverage[static_cast<std::size_t>(row * map.columns + column)] +=
          intersection(rect, patch).area() / patch.area();
    }
  }
}

}  // namespace

double PatchMap::elsewhere(int patch) const {
  double rest = 1.0;
  for (const auto& region : coverage) rest -= region[static_cast<std::size_t>(patch)];
  return std::max(rest, 0.0);
}

PatchMap patchMap(const Canvas& canvas, int regions, const ViewTransform& view, int patchSize) {
  if (patchSize < 1 || view.output.width < patchSize || view.output.height < patchSize) {
    throw Error(ErrorKind::kUsage, "A patch of " + std::to_string(patchSize) +
                                       " px does not fit into a model input of " +
                                       std::to_string(view.output.width) + " x " +
                                       std::to_string(view.output.height) + " px");
  }
  PatchMap map = emptyMap(regions, view.output.height / patchSize, view.output.width / patchSize);
  for (int region = 0; region < regions; ++region) {
    for (const Rect& part : visibleParts(canvas, region)) {
      addCoverage(map, region, view.toModel(part), patchSize, patchSize);
    }
  }
  return map;
}

std::vector<PatchMap> paperPatchMaps(const LayoutRecipe& recipe, int rows, int columns) {
  recipe.check();
  std::vector<PatchMap> maps(static_cast<std::size_t>(pictureCount(recipe)),
                             emptyMap(recipe.imageCount, rows, columns));
  const Rect all{0, 0, 1, 1};
  const double width = 1.0 / columns;
  const double height = 1.0 / rows;
  if (recipe.kind == LayoutKind::kGrid) {
    const double cellWidth = 1.0 / recipe.grid.columns;
    const double cellHeight = 1.0 / recipe.grid.rows;
    for (int i = 0; i < recipe.imageCount; ++i) {
      const double left = recipe.grid.columnOf(i) * cellWidth;
      const double top = recipe.grid.rowOf(i) * cellHeight;
      addCoverage(maps[0], i, {left, top, left + cellWidth, top + cellHeight}, width, height);
    }
  } else if (recipe.kind == LayoutKind::kPicInPic) {
    const Rect window{4.0 / 24, 4.0 / 24, 20.0 / 24, 20.0 / 24};
    addCoverage(maps[0], 1, window, width, height);
    for (std::size_t patch = 0; patch < maps[0].coverage[0].size(); ++patch) {
      maps[0].coverage[0][patch] = 1.0 - maps[0].coverage[1][patch];
    }
  } else {
    for (std::size_t i = 0; i < maps.size(); ++i) {
      addCoverage(maps[i], static_cast<int>(i), all, width, height);
    }
  }
  return maps;
}

}  // namespace mia::layout

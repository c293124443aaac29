// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "layout/canvas.h"
#include "layout/view_transform.h"

namespace mia::layout {

/// Which region each visual token of one picture looks at.
struct PatchMap {
  int rows = 0;
  int columns = 0;
  /// [regions][rows * columns], row-major: the fraction of the patch's area that shows the region.
  std::vector<std::vector<double>> coverage;

  /// What shows no region (padding, margins, labels, frames): 1 - the sum over regions.
  double elsewhere(int patch) const;
};

/// The two ways to say which patch belongs to which region.
enum class PatchRule {
  kExact,  ///< by geometry, through margins, labels, padding and crops
  kPaper   ///< the approximations of the paper's code
};

/// Exact fractional coverage of one canvas seen through `view` in square patches of `patchSize` px
/// (a last partial row or column has no token, as in a strided convolution). `regions` is the
/// number of images of the recipe; those on other canvases have coverage 0 here.
PatchMap patchMap(const Canvas& canvas, int regions, const ViewTransform& view, int patchSize);

/// The paper's approximation for every picture of a recipe, on rows x columns patches each: the
/// whole picture for single images and sequences; equal division for grids; for pic-in-pic the
/// window of indices 4..19 of 24, scaled to other numbers of patches. Blocks that do not divide
/// evenly cover patches in part; on 24 x 24 with the paper's grids it is the paper's own.
std::vector<PatchMap> paperPatchMaps(const LayoutRecipe& recipe, int rows, int columns);

}  // namespace mia::layout

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "imaging/picture.h"
#include "layout/canvas.h"

namespace mia::imaging {

/// Paints a planned canvas; `images` are the recipe's, in its order, of the sizes it was planned
/// for.
Picture render(const layout::Canvas& canvas, const std::vector<Picture>& images);

/// The pictures of a sample as the model is given them, and their plans.
struct RenderedSample {
  std::vector<layout::Canvas> canvases;
  std::vector<Picture> pictures;
};

/// Decodes the recipe's files, plans and paints. Errors of decode() and planPictures().
RenderedSample renderSample(const LayoutRecipe& recipe,
                            const std::vector<std::filesystem::path>& files);

}  // namespace mia::imaging

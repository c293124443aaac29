// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "imaging/decode.h"
#include "imaging/picture.h"
#include "layout/canvas.h"

namespace mia::imaging {

/// Paints a planned canvas; `images` are the recipe's, in its order, of the sizes it was planned
/// for. What a model is given is painted by this, from pictures that are decoded in full: answers
/// then do not depend on how a decoder reduces.
Picture render(const layout::Canvas& canvas, const std::vector<Picture>& images);

/// The same from reduced pictures, for showing: within 2 of 255 of render() on average.
Picture renderShown(const layout::Canvas& canvas, const std::vector<const ReducedPicture*>& images);

/// How large each image, of the size it was planned for, is drawn of its whole on canvases that are
/// drawn at `factor`, px: what decodeAtLeast() is to be asked for.
std::vector<layout::Size> drawnSizes(const std::vector<layout::Canvas>& canvases,
                                     const std::vector<layout::Size>& sizes, double factor);

/// The pictures of a sample, and their plans.
struct RenderedSample {
  std::vector<layout::Canvas> canvases;
  std::vector<Picture> pictures;
};

/// Decodes the recipe's files in full, plans and paints: the pictures as the model is given them.
/// Errors of decode() and planPictures().
RenderedSample renderSample(const LayoutRecipe& recipe,
                            const std::vector<std::filesystem::path>& files);

/// The pictures for showing, drawn at `factor` of their size: files are decoded no larger than they
/// are drawn. Plans are of what was drawn. Errors as renderSample().
RenderedSample renderShown(const LayoutRecipe& recipe,
                           const std::vector<std::filesystem::path>& files, double factor = 1);

}  // namespace mia::imaging

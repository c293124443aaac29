// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "domain/layout_recipe.h"

namespace mia::layout {

/// The mark that stands in a prompt for one picture given to the model.
inline constexpr const char* kImageMark = "<image>";

/// The paper's wording as a template: "{images}In Image{k}, {question}" for sequences and grids,
/// the first of picInPicPhrases() for pic-in-pic, "{images}{Question}" for a single image.
std::string defaultWording(LayoutKind kind);

/// Templates that point at the inset of a pic-in-pic: every combination of the openings
/// ("Regarding", "With respect to", ...), places and nouns that the paper's 93 hand-picked phrases
/// are made of.
const std::vector<std::string>& picInPicPhrases();

/// The prompt of a sample by `recipe.wording` (the layout's default when that is empty). A template
/// holds any text and these places:
///   {images}    the pictures as the layout announces them, each line with its line break:
///               "Image1:<image>\n..." for sequences, "<image>\n" otherwise
///   {marks}     the bare marks, "<image><image>"
///   {k}         the 1-based number of the target
///   {question}  the question, its first letter (if ASCII) in lower case
///   {Question}  the question as it was asked
/// A template with neither {images} nor {marks} gets {images} in front. Error kUsage for an unknown
/// place, a template without the question, or a prompt in which the number of marks is not the
/// number of pictures.
std::string wordPrompt(const LayoutRecipe& recipe, const std::string& question);

}  // namespace mia::layout

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "domain/layout_recipe.h"

namespace mia::curation {

/// The colour maps that values are drawn in: even in lightness, so that equal steps look equal.
/// kDifference runs from blue through neutral grey to orange, for values on both sides of zero.
enum class ColourMap { kInferno, kMagma, kViridis, kCividis, kDifference };

/// Its colours from the lower to the upper end, 0 .. 255.
const std::array<Colour, 256>& colourTable(ColourMap map);

}  // namespace mia::curation

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/layout_recipe.h"

namespace mia::imaging {

// The light theme's colours, for pictures that stand on their own (plots, sheets).
inline constexpr Colour kPaper{244, 244, 245};
inline constexpr Colour kPanel{255, 255, 255};
inline constexpr Colour kRule{228, 228, 231};
inline constexpr Colour kInk{24, 24, 27};
inline constexpr Colour kDimInk{99, 99, 107};
inline constexpr Colour kAccent{37, 99, 235};
inline constexpr Colour kGood{15, 118, 110};
inline constexpr Colour kBad{194, 65, 12};

/// Colours that colour-blind readers can tell apart (Okabe and Ito), for curves and regions; the
/// numbers run round.
Colour seriesColour(int number);

/// Perceptually even, from black over red and orange to pale yellow; t is clamped to 0..1.
Colour inferno(double t);

/// Between two colours: share 0 gives the first.
Colour mixed(Colour first, Colour second, double share);

}  // namespace mia::imaging

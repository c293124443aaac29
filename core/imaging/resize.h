// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imaging/picture.h"
#include "layout/canvas.h"

namespace mia::imaging {

/// Resizes as Pillow 13 does, to the bit: antialiased when shrinking, rounded to 8 bits between the
/// two passes (the arithmetic of its Resample.c).
Picture resize(const Picture& picture, int width, int height, layout::Filter filter);

/// Shrunk so that both sides fit into `edge`, aspect kept; returned as it is when it fits already.
Picture shrinkToFit(Picture picture, int edge);

}  // namespace mia::imaging

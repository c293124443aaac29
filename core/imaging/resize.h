// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imaging/picture.h"
#include "layout/canvas.h"

namespace mia::imaging {

/// Resizes as Pillow 13 does, to the bit: antialiased when shrinking, rounded to 8 bits between the
/// two passes (the arithmetic of its Resample.c).
Picture resize(const Picture& picture, int width, int height, layout::Filter filter);

/// The same without the processor's wide instructions, several times slower.
Picture resizePlainly(const Picture& picture, int width, int height, layout::Filter filter);

/// Resizes a part, in px and fractions of px, to fill `place` of `target`, as Pillow's resize()
/// with a box (pixels beside the part count at its edges), off by 1 of 255 at times. What hangs
/// over is cut off. Error kUsage when nothing of the part lies in the picture.
void resizeOnto(Picture& target, const layout::PixelRect& place, const Picture& picture,
                const layout::Rect& part, layout::Filter filter);

/// Shrunk so that both sides fit into `edge`, aspect kept; returned as it is when it fits already.
Picture shrinkToFit(Picture picture, int edge);

}  // namespace mia::imaging

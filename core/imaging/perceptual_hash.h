// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "imaging/picture.h"

namespace mia::imaging {

/// 64 bits that change little when a picture is shrunk, compressed or brightened: the signs of its
/// low frequencies (32 x 32 grey, DCT, the 8 x 8 lowest against their mean, row by row from bit 0:
/// the pHash of OpenCV's img_hash). That module itself comes with a package that brings 256 others,
/// 155 MB to download with Qt 5 and MPI among them, for these twenty lines. 0: the picture is of
/// one colour and has no features.
std::uint64_t perceptualHash(const Picture& picture);

}  // namespace mia::imaging

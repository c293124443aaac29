// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "imaging/picture.h"

namespace mia::imaging {

/// Decodes what nearly all photos are, a whole sequential JPEG in grey or JFIF's colours, at
/// 1/`divisor` of its size, several times faster than the library: codes and values are looked up
/// together, frequencies that the size cannot show are passed over, and blocks are transformed by
/// wide instructions. Colours are within 4 of 255 of the library's in full; reduced, the
/// frequencies above are left out where the library averages.
///
/// False, with `picture` spoilt, for every other file, for a damaged one (it is the library that
/// makes the best of it), and on a processor without the instructions.
bool decodeBaseline(std::string_view bytes, int divisor, Picture& picture);

}  // namespace mia::imaging

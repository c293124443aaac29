// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "imaging/picture.h"

namespace mia::imaging {

/// Decodes a grey or colour JPEG as it is stored (no EXIF rotation) at 1/`divisor` of its size,
/// sides rounded up; divisor 1, 2, 4 or 8. What breaks off is grey from there on. Nothing when the
/// decoder refuses the file or it has four components (CMYK). With `fast` arithmetic values are off
/// by a few of 255 at times, and reduced pictures are sharper. The pixels are put into the memory
/// of `room`.
std::optional<Picture> decodeJpeg(std::string_view bytes, int divisor, bool fast,
                                  Picture room = {});

}  // namespace mia::imaging

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "imaging/picture.h"

namespace mia::imaging {

/// The first frame of a GIF on its screen, transparent parts white, missing rows grey; nothing when
/// the bytes hold no frame. (OpenCV before 4.11 reads no GIF.)
std::optional<Picture> decodeGif(std::string_view bytes);

}  // namespace mia::imaging

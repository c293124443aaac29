// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "imaging/picture.h"

namespace mia::imaging {

/// Bytes of a PNG file.
std::string encodePng(const Picture& picture);
/// Bytes of a JPEG file; quality 1..100.
std::string encodeJpeg(const Picture& picture, int quality = 90);
/// Writes a PNG or a JPEG, by the file's extension, in one step. Error kUsage for another
/// extension.
void writePicture(const std::filesystem::path& file, const Picture& picture);

}  // namespace mia::imaging

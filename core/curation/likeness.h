// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>

#include "domain/image.h"

namespace mia::curation {

/// What a picture looks like at a glance: shrunk to 8 x 8 px, RGB, row by row.
using Likeness = std::array<std::uint8_t, 8 * 8 * 3>;

/// From the folder `cache`, where it is kept under the content's hash, or computed and put there.
/// Error as imaging::decode().
Likeness likenessOf(const Image& image, const std::filesystem::path& cache);

/// The sum of squared differences: 0 for the same.
std::int64_t distanceOf(const Likeness& a, const Likeness& b);

}  // namespace mia::curation

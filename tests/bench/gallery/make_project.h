// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace mia::bench {

/// Makes a project of so many samples through the program's own writers: an image for every five
/// samples (400 drawn photos under many names), a question or more about each, samples in every
/// layout, an answer with two layers of attention to nine in ten, a verdict on each, rows set
/// aside, tags. Heatmaps, which a gallery never reads, are left out.
void makeProject(const std::filesystem::path& folder, std::int64_t samples);

}  // namespace mia::bench

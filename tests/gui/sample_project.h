// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace mia::test {

/// Pictures of differing shapes, drawn into `folder`.
std::vector<std::filesystem::path> drawPhotos(const std::filesystem::path& folder, int count);

/// Makes a project of these photos: one question about each, and samples in turn as a sequence of
/// three, a grid of four and pic-in-pic, each with two answers, four layers of attention on 4 x 4
/// patches, and a pair for the second answer.
void makeProject(const std::filesystem::path& folder,
                 const std::vector<std::filesystem::path>& photos, int samples);

}  // namespace mia::test

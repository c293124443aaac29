// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "base/progress.h"
#include "scenes/scene.h"

namespace mia::scenes {

/// The i-th scene of a named set; sets of different names or seeds have nothing in common.
Scene sceneOf(const std::string& set, std::uint64_t seed, std::uint64_t index);

/// What writeDataSet() left on disk.
struct DataSet {
  std::filesystem::path rows;  ///< <folder>/<set>.json, LLaVA-instruct rows, one per question
  std::filesystem::path root;  ///< <folder>, what the rows' "image" is relative to
  std::size_t images = 0;
  std::size_t questions = 0;
};

/// Draws `images` scenes as PNG below `folder`/`set`/ and writes their questions, one row per scene
/// and topic in a seeded order, as `folder`/`set`.json: an ordinary data set, to be imported like
/// any other. Error kIo when a file cannot be written, kStopped when a stop was asked for.
DataSet writeDataSet(const std::filesystem::path& folder, const std::string& set, int images,
                     std::uint64_t seed, const WorkContext& context = {});

}  // namespace mia::scenes

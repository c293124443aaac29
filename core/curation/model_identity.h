// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace mia::curation {

/// A hash of what a checkpoint or adapter folder computes with: the contents of its *.json,
/// *.safetensors, *.bin and *.model files, by name. Contents already hashed are remembered in
/// `cacheFolder` by path, size and time. Error kNotFound when the folder holds no such file.
std::string modelHash(const std::filesystem::path& folder,
                      const std::filesystem::path& cacheFolder);

}  // namespace mia::curation

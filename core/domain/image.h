// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "domain/ids.h"

namespace mia {

/// A picture on disk, known by what it holds; it stays where it is.
struct Image {
  ImageId id;
  std::string root;         ///< absolute folder that `path` is relative to
  std::string path;         ///< as the source file wrote it
  std::string contentHash;  ///< contentHashOfFile() when it was imported
  int width = 0;            ///< as a photo viewer shows it, after EXIF rotation
  int height = 0;

  std::filesystem::path file() const { return std::filesystem::path(root) / path; }
};

}  // namespace mia

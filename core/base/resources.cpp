// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/resources.h"

#include <cstdlib>

#include "base/error.h"

namespace mia {

std::filesystem::path programFolder() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path();
}

std::filesystem::path resourceFolder() {
  if (const char* named = std::getenv("MIA_RESOURCES")) return named;
  const std::filesystem::path program = programFolder();
  const std::filesystem::path installed = program.parent_path() / "share" / "mia-studio";
  if (std::filesystem::is_directory(installed)) return installed;
  // A build folder lies within the source tree, at any depth.
  for (auto folder = program; folder != folder.parent_path(); folder = folder.parent_path()) {
    if (std::filesystem::is_directory(folder / "resources" / "schema")) return folder / "resources";
  }
  throw Error(ErrorKind::kNotFound, "The program's resources are not where they should be",
              "Set MIA_RESOURCES to the folder resources/ of the source tree");
}

}  // namespace mia

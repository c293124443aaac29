// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "storage/database.h"

namespace mia::curation {

/// A project: a folder with `project.sqlite` (precious), `runs/` (the truth about every run) and
/// `cache/` (may be deleted at any time). For one thread; another thread or process opens its own.
class Project {
 public:
  /// Makes a project in `folder` (and the folder), or opens the one that is there. A crash at any
  /// moment leaves no project, or one that opens.
  static Project create(const std::filesystem::path& folder);
  /// Error kNotFound when there is none, kUnsupported when a newer program made it.
  static Project open(const std::filesystem::path& folder);
  static bool isAt(const std::filesystem::path& folder);
  /// The file of the labels of the project in `folder`.
  static std::filesystem::path storeOf(const std::filesystem::path& folder);

  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path runsFolder() const { return folder_ / "runs"; }
  std::filesystem::path cacheFolder() const { return folder_ / "cache"; }
  storage::Database& database() { return database_; }

 private:
  Project(const std::filesystem::path& folder, storage::Database::Open mode);

  std::filesystem::path folder_;  ///< absolute
  storage::Database database_;
};

}  // namespace mia::curation

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/project.h"

#include <system_error>

#include "base/error.h"

namespace mia::curation {
namespace {

constexpr const char* kStore = "project.sqlite";

void makeFolder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    throw Error(ErrorKind::kIo,
                "Cannot make the folder " + folder.string() + ": " + error.message());
  }
}

}  // namespace

Project::Project(const std::filesystem::path& folder, storage::Database::Open mode)
    : folder_(std::filesystem::absolute(folder).lexically_normal()),
      database_(storeOf(folder_), mode) {
  makeFolder(runsFolder());
  makeFolder(cacheFolder());
}

Project Project::create(const std::filesystem::path& folder) {
  makeFolder(folder);
  return Project(folder, storage::Database::Open::kCreate);
}

Project Project::open(const std::filesystem::path& folder) {
  return Project(folder, storage::Database::Open::kExisting);
}

bool Project::isAt(const std::filesystem::path& folder) {
  return std::filesystem::exists(storeOf(folder));
}

std::filesystem::path Project::storeOf(const std::filesystem::path& folder) {
  return folder / kStore;
}

}  // namespace mia::curation

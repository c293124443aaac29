// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/checkpoints.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <string>

#include "base/error.h"

namespace mia::train {
namespace {

constexpr const char* kPartial = ".partial";
constexpr const char* kPrefix = "step-";

void sync(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
  const int reason = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (!synced) {
    throw Error(reason == ENOSPC ? ErrorKind::kResource : ErrorKind::kIo,
                "Cannot write " + path.string() + ": " + std::strerror(reason));
  }
}

void syncTree(const std::filesystem::path& folder) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    sync(entry.path());
  }
  sync(folder);
}

// N of "step-N"; 0 for another name.
std::int64_t stepOf(const std::filesystem::path& folder) {
  const std::string name = folder.filename().string();
  if (name.rfind(kPrefix, 0) != 0) return 0;
  std::int64_t step = 0;
  const char* end = name.data() + name.size();
  const auto parsed = std::from_chars(name.data() + std::strlen(kPrefix), end, step);
  return parsed.ec == std::errc() && parsed.ptr == end ? step : 0;
}

}  // namespace

void writeFolderAtomically(const std::filesystem::path& target,
                           const std::function<void(const std::filesystem::path&)>& fill) {
  const std::filesystem::path partial = target.string() + kPartial;
  std::filesystem::remove_all(partial);
  std::filesystem::create_directories(partial);
  fill(partial);
  syncTree(partial);
  std::filesystem::remove_all(target);
  std::filesystem::rename(partial, target);
  sync(target.parent_path());
}

Checkpoints::Checkpoints(std::filesystem::path folder, std::int64_t keep)
    : folder_(std::move(folder)), keep_(keep) {
  std::filesystem::create_directories(folder_);
  std::vector<std::filesystem::path> partial;
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
    if (entry.path().extension() == kPartial) partial.push_back(entry.path());
  }
  for (const auto& path : partial) std::filesystem::remove_all(path);
}

std::int64_t Checkpoints::latestStep() const {
  const std::vector<std::int64_t> all = steps();
  return all.empty() ? 0 : all.back();
}

std::filesystem::path Checkpoints::pathOf(std::int64_t step) const {
  return folder_ / (kPrefix + std::to_string(step));
}

void Checkpoints::write(std::int64_t step,
                        const std::function<void(const std::filesystem::path&)>& fill) {
  writeFolderAtomically(pathOf(step), fill);
  std::vector<std::int64_t> old = steps();
  old.resize(old.size() - std::min(old.size(), static_cast<std::size_t>(keep_)));
  for (const std::int64_t oldStep : old) std::filesystem::remove_all(pathOf(oldStep));
}

std::vector<std::int64_t> Checkpoints::steps() const {
  std::vector<std::int64_t> found;
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
    if (const std::int64_t step = stepOf(entry.path()); step > 0) found.push_back(step);
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace mia::train

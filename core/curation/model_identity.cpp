// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/model_identity.h"

#include <algorithm>
#include <vector>

#include "base/content_hash.h"
#include "base/files.h"
#include "base/json.h"

namespace mia::curation {
namespace {

std::vector<std::filesystem::path> filesThatCount(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const std::string ending = entry.path().extension().string();
    const bool counts =
        ending == ".json" || ending == ".safetensors" || ending == ".bin" || ending == ".model";
    if (counts && entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

// Disposable: an unreadable cache only costs time.
Json readCache(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) return Json::object();
  Json cache = Json::parse(readFile(file), nullptr, false);
  return cache.is_object() ? cache : Json::object();
}

}  // namespace

std::string modelHash(const std::filesystem::path& folder,
                      const std::filesystem::path& cacheFolder) {
  const auto files = filesThatCount(folder);
  if (files.empty()) {
    throw Error(ErrorKind::kNotFound, "There is no model in " + folder.string(),
                "Name a folder that holds config.json and weights in safetensors");
  }
  const std::filesystem::path cacheFile = cacheFolder / "model-hashes.json";
  Json cache = readCache(cacheFile);
  bool changed = false;
  std::string all;
  for (const auto& file : files) {
    const auto time = std::filesystem::last_write_time(file).time_since_epoch().count();
    const std::string key = std::filesystem::absolute(file).string() + ":" +
                            std::to_string(std::filesystem::file_size(file)) + ":" +
                            std::to_string(time);
    if (!cache.contains(key) || !cache[key].is_string()) {
      cache[key] = contentHashOfFile(file);
      changed = true;
    }
    all += file.filename().string() + "=" + cache[key].get<std::string>() + "\n";
  }
  if (changed) {
    std::filesystem::create_directories(cacheFolder);
    writeFileAtomically(cacheFile, cache.dump());
  }
  return contentHash(all);
}

}  // namespace mia::curation

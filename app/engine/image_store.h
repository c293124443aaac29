// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <list>
#include <memory>
#include <string>
#include <unordered_map>

#include "imaging/picture.h"

namespace mia::engine {

/// The image files of a run: checked against the bundle's hashes, and decoded, once as long as they
/// stay as they are and the memory given to it lasts. For one thread at a time.
class ImageStore {
 public:
  explicit ImageStore(std::size_t maxBytes = std::size_t{512} << 20) : maxBytes_(maxBytes) {}

  /// Error kNotFound when the file is gone, kBadInput when it is not what was bundled any more.
  /// What was known of a file that has changed since is forgotten.
  void check(const std::string& file, const std::string& expected);
  /// Its content hash; otherwise as check().
  const std::string& hash(const std::string& file);
  /// Its size as a photo viewer shows it, px; from the header where that tells.
  layout::Size size(const std::string& file);
  /// Decoded as a photo viewer shows it.
  std::shared_ptr<const imaging::Picture> picture(const std::string& file);

 private:
  struct Decoded {
    std::string file;
    std::shared_ptr<const imaging::Picture> picture;
  };

  struct Stamp {
    std::uintmax_t size = 0;
    std::filesystem::file_time_type time;
    bool operator==(const Stamp&) const = default;
  };
  void forget(const std::string& file);

  std::size_t maxBytes_;
  std::size_t bytes_ = 0;
  std::unordered_map<std::string, Stamp> stamps_;
  std::unordered_map<std::string, std::string> hashes_;  ///< of the files as they are
  std::unordered_map<std::string, layout::Size> sizes_;
  std::list<Decoded> decoded_;  ///< the latest used first
  std::unordered_map<std::string, std::list<Decoded>::iterator> places_;
};

}  // namespace mia::engine

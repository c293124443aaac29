// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "domain/ids.h"
#include "storage/statement.h"

namespace mia::storage {

/// An image in a group of images that look alike.
struct GroupedImage {
  ImageId image;
  std::int64_t group = 0;  ///< from 1
  int distance = 0;        ///< bits from the group's first image
  bool operator==(const GroupedImage&) const = default;
};

/// What pictures look like, by content, and which look alike.
class FeatureStore {
 public:
  explicit FeatureStore(Database& database) : database_(database) {}

  /// Content hash to perceptual hash, of every content that was looked at.
  std::unordered_map<std::string, std::uint64_t> perceptualHashes();
  std::vector<GroupedImage> groups();  ///< by group, distance and id

  void addPerceptualHash(const std::string& content, std::uint64_t hash);
  /// In place of the groups there were. In a transaction of the caller's.
  void replaceGroups(const std::vector<GroupedImage>& images);

 private:
  Database& database_;
};

}  // namespace mia::storage

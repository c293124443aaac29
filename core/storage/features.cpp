// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/features.h"

#include <bit>

namespace mia::storage {

std::unordered_map<std::string, std::uint64_t> FeatureStore::perceptualHashes() {
  std::unordered_map<std::string, std::uint64_t> hashes;
  Statement rows(database_, "SELECT content_hash, perceptual_hash FROM image_features");
  while (rows.step()) hashes.emplace(rows.string(0), std::bit_cast<std::uint64_t>(rows.integer(1)));
  return hashes;
}

std::vector<GroupedImage> FeatureStore::groups() {
  std::vector<GroupedImage> images;
  Statement rows(database_,
                 "SELECT image_id, group_number, distance FROM image_groups "
                 "ORDER BY group_number, distance, image_id");
  while (rows.step()) {
    images.push_back({rows.id<ImageId>(0), rows.integer(1), static_cast<int>(rows.integer(2))});
  }
  return images;
}

void FeatureStore::addPerceptualHash(const std::string& content, std::uint64_t hash) {
  Statement(database_,
            "INSERT OR REPLACE INTO image_features (content_hash, perceptual_hash) "
            "VALUES (?1, ?2)")
      .bind(content, std::bit_cast<std::int64_t>(hash))
      .run();
}

void FeatureStore::replaceGroups(const std::vector<GroupedImage>& images) {
  Statement(database_, "DELETE FROM image_groups").run();
  Statement add(database_,
                "INSERT INTO image_groups (image_id, group_number, distance) VALUES (?1, ?2, ?3)");
  for (const GroupedImage& image : images) add.bind(image.image, image.group, image.distance).run();
}

}  // namespace mia::storage

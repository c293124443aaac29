// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/pair.h"
#include "storage/statement.h"

namespace mia::storage {

/// Finds what a person looks for among images and samples.
class GalleryReader {
 public:
  explicit GalleryReader(Database& database) : database_(database) {}

  /// The images, by id, in whose path or conversations every word occurs; case does not count
  /// (ASCII). No words: all.
  std::vector<std::int64_t> images(const std::vector<std::string>& words);
  /// The samples, by id, in whose prompt, answer or image paths every word occurs; `uses` narrows
  /// to those with this image, as target or distractor.
  std::vector<std::int64_t> samples(const std::vector<std::string>& words, ImageId uses = {});
  /// What the newest selection made of a candidate, if anything.
  std::optional<PairId> newestPair(CandidateId candidate);

 private:
  Database& database_;
};

}  // namespace mia::storage

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "domain/pair.h"
#include "domain/question.h"
#include "storage/statement.h"

namespace mia::storage {

/// Lists what a gallery shows, and looks single things up for it.
class GalleryReader {
 public:
  explicit GalleryReader(Database& database) : database_(database) {}

  /// Every id, ascending.
  std::vector<std::int64_t> images();
  std::vector<std::int64_t> samples();
  std::vector<std::int64_t> quarantine();  ///< quarantineId() of every row

  /// The samples with this image, as target or distractor.
  std::vector<SampleId> samplesOf(ImageId image);
  /// Error kNotFound when it is not there (any more).
  QuarantinedRow quarantined(std::int64_t id);
  /// What the newest selection made of a candidate, if anything.
  std::optional<PairId> newestPair(CandidateId candidate);

  struct Group {
    std::int64_t number = 0;
    int distance = 0;  ///< bits from the group's first image
  };
  /// The group of images that look like this one, if there are others.
  std::optional<Group> group(ImageId image);
  /// The other images of its group, the most alike to the group's first before the others.
  std::vector<ImageId> alike(ImageId image);

 private:
  Database& database_;
};

}  // namespace mia::storage

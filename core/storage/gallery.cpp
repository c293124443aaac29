// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/gallery.h"

#include "storage/gallery_columns.h"

namespace mia::storage {
namespace {

std::vector<std::int64_t> idsOf(Database& database, const std::string& sql) {
  std::vector<std::int64_t> ids;
  Statement rows(database, sql);
  while (rows.step()) ids.push_back(rows.integer(0));
  return ids;
}

template <class Id>
std::vector<Id> idsFor(Database& database, const std::string& sql, std::int64_t value) {
  std::vector<Id> ids;
  Statement rows(database, sql);
  rows.bind(value);
  while (rows.step()) ids.push_back(rows.id<Id>(0));
  return ids;
}

}  // namespace

std::vector<std::int64_t> GalleryReader::images() {
  return idsOf(database_, "SELECT id FROM images ORDER BY id");
}

std::vector<std::int64_t> GalleryReader::samples() {
  return idsOf(database_, "SELECT id FROM samples INDEXED BY samples_narrow ORDER BY id");
}

std::vector<std::int64_t> GalleryReader::quarantine() {
  std::vector<std::int64_t> ids;
  Statement rows(database_, "SELECT source_id, row FROM quarantine ORDER BY source_id, row");
  while (rows.step()) ids.push_back(quarantineId(rows.integer(0), rows.integer(1)));
  return ids;
}

std::vector<SampleId> GalleryReader::samplesOf(ImageId image) {
  return idsFor<SampleId>(database_,
                          "SELECT DISTINCT sample_id FROM sample_images WHERE image_id = ?1 "
                          "ORDER BY sample_id",
                          image.value);
}

QuarantinedRow GalleryReader::quarantined(std::int64_t id) {
  const auto [source, number] = quarantinePlace(id);
  Statement row(database_,
                "SELECT record_id, reason, words FROM quarantine "
                "WHERE source_id = ?1 AND row = ?2");
  if (!row.bind(source, number).step()) {
    throw Error(ErrorKind::kNotFound,
                "Row " + std::to_string(number + 1) + " is not quarantined any more");
  }
  return {source, number, row.string(0), quarantineReasonFromString(row.string(1)), row.string(2)};
}

std::optional<PairId> GalleryReader::newestPair(CandidateId candidate) {
  Statement row(database_,
                "SELECT id FROM pairs WHERE candidate_id = ?1 AND selection_id = "
                "(SELECT max(id) FROM selections)");
  if (!row.bind(candidate).step()) return std::nullopt;
  return row.id<PairId>(0);
}

std::optional<GalleryReader::Group> GalleryReader::group(ImageId image) {
  Statement row(database_, "SELECT group_number, distance FROM image_groups WHERE image_id = ?1");
  if (!row.bind(image).step()) return std::nullopt;
  return Group{row.integer(0), static_cast<int>(row.integer(1))};
}

std::vector<ImageId> GalleryReader::alike(ImageId image) {
  return idsFor<ImageId>(database_,
                         "SELECT o.image_id FROM image_groups g JOIN image_groups o "
                         "ON o.group_number = g.group_number AND o.image_id <> g.image_id "
                         "WHERE g.image_id = ?1 ORDER BY o.distance, o.image_id",
                         image.value);
}

}  // namespace mia::storage

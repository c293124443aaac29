// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/gallery.h"

namespace mia::storage {
namespace {

/// The word as a LIKE pattern that means just itself.
std::string patternOf(const std::string& word) {
  std::string pattern = "%";
  for (const char c : word) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

std::vector<std::int64_t> idsOf(Database& database, const std::string& sql,
                                const Conditions& conditions) {
  std::vector<std::int64_t> ids;
  Statement rows(database, sql + conditions.sql() + " ORDER BY 1");
  rows.bind(conditions);
  while (rows.step()) ids.push_back(rows.integer(0));
  return ids;
}

}  // namespace

std::vector<std::int64_t> GalleryReader::images(const std::vector<std::string>& words) {
  Conditions conditions;
  for (const std::string& word : words) {
    conditions.add(
        "(i.path || ' ' || coalesce((SELECT group_concat(q.turns, ' ') FROM questions q "
        "WHERE q.image_id = i.id), '')) LIKE ? ESCAPE '\\'",
        patternOf(word));
  }
  return idsOf(database_, "SELECT i.id FROM images i", conditions);
}

std::vector<std::int64_t> GalleryReader::samples(const std::vector<std::string>& words,
                                                 ImageId uses) {
  Conditions conditions;
  if (uses) {
    conditions.add("s.id IN (SELECT sample_id FROM sample_images WHERE image_id = ?)", uses.value);
  }
  for (const std::string& word : words) {
    conditions.add(
        "(s.prompt || ' ' || s.answer || ' ' || (SELECT group_concat(i.path, ' ') "
        "FROM sample_images m JOIN images i ON i.id = m.image_id WHERE m.sample_id = s.id)) "
        "LIKE ? ESCAPE '\\'",
        patternOf(word));
  }
  return idsOf(database_, "SELECT s.id FROM samples s", conditions);
}

std::optional<PairId> GalleryReader::newestPair(CandidateId candidate) {
  Statement row(database_,
                "SELECT id FROM pairs WHERE candidate_id = ?1 AND selection_id = "
                "(SELECT max(id) FROM selections)");
  if (!row.bind(candidate).step()) return std::nullopt;
  return row.id<PairId>(0);
}

}  // namespace mia::storage

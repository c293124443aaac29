// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/marks.h"

namespace mia::storage {
namespace {

std::string tagTable(Marked what) { return what == Marked::kImage ? "image_tags" : "sample_tags"; }

std::string exclusionTable(Marked what) {
  return what == Marked::kImage ? "excluded_images" : "excluded_samples";
}

/// Runs a statement for each id; those for which it changed something.
std::vector<std::int64_t> changedBy(Statement& statement, const std::vector<std::int64_t>& ids) {
  std::vector<std::int64_t> changed;
  for (const std::int64_t id : ids) {
    if (statement.bind(id).run() > 0) changed.push_back(id);
  }
  return changed;
}

std::int64_t tagId(Database& database, const std::string& name) {
  Statement(database, "INSERT OR IGNORE INTO tags (name) VALUES (?1)").bind(name).run();
  Statement row(database, "SELECT id FROM tags WHERE name = ?1");
  row.bind(name).step();
  return row.integer(0);
}

}  // namespace

std::vector<std::string> MarkReader::tags() {
  std::vector<std::string> names;
  Statement rows(database_, "SELECT name FROM tags ORDER BY name");
  while (rows.step()) names.push_back(rows.string(0));
  return names;
}

std::vector<std::string> MarkReader::tagsOf(Marked what, std::int64_t id) {
  std::vector<std::string> names;
  Statement rows(database_, "SELECT t.name FROM " + tagTable(what) +
                                " m JOIN tags t ON t.id = m.tag_id WHERE m.item_id = ?1 "
                                "ORDER BY t.name");
  rows.bind(id);
  while (rows.step()) names.push_back(rows.string(0));
  return names;
}

void MarkReader::forEachTagged(
    Marked what, const std::function<void(std::string_view tag, std::int64_t id)>& take) {
  Statement rows(database_, "SELECT t.name, m.item_id FROM tags t JOIN " + tagTable(what) +
                                " m ON m.tag_id = t.id ORDER BY t.name, m.item_id");
  while (rows.step()) take(rows.text(0), rows.integer(1));
}

bool MarkReader::isExcluded(Marked what, std::int64_t id) {
  Statement row(database_, "SELECT 1 FROM " + exclusionTable(what) + " WHERE item_id = ?1");
  return row.bind(id).step();
}

std::vector<std::int64_t> MarkReader::excluded(Marked what) {
  std::vector<std::int64_t> ids;
  Statement rows(database_, "SELECT item_id FROM " + exclusionTable(what) + " ORDER BY item_id");
  while (rows.step()) ids.push_back(rows.integer(0));
  return ids;
}

std::unordered_set<SampleId> MarkReader::samplesOut() {
  std::unordered_set<SampleId> out;
  Statement rows(database_,
                 "SELECT item_id FROM excluded_samples UNION SELECT s.sample_id "
                 "FROM excluded_images e JOIN sample_images s ON s.image_id = e.item_id");
  while (rows.step()) out.insert(rows.id<SampleId>(0));
  return out;
}

std::vector<SavedView> MarkReader::views() {
  std::vector<SavedView> views;
  Statement rows(database_, "SELECT name, query FROM saved_views ORDER BY name");
  while (rows.step()) views.push_back({rows.string(0), rows.string(1)});
  return views;
}

std::vector<std::int64_t> MarkWriter::setTag(Marked what, const std::string& tag,
                                             const std::vector<std::int64_t>& ids, bool on) {
  const std::string table = tagTable(what), id = std::to_string(tagId(database_, tag));
  Statement change(
      database_,
      on ? "INSERT OR IGNORE INTO " + table + " (tag_id, item_id) VALUES (" + id + ", ?1)"
         : "DELETE FROM " + table + " WHERE tag_id = " + id + " AND item_id = ?1");
  auto changed = changedBy(change, ids);
  Statement(database_, "DELETE FROM tags WHERE id = " + id +
                           " AND NOT EXISTS (SELECT 1 FROM image_tags WHERE tag_id = tags.id) "
                           "AND NOT EXISTS (SELECT 1 FROM sample_tags WHERE tag_id = tags.id)")
      .run();
  return changed;
}

std::vector<std::int64_t> MarkWriter::setExcluded(Marked what, const std::vector<std::int64_t>& ids,
                                                  bool on) {
  const std::string table = exclusionTable(what);
  Statement change(database_, on ? "INSERT OR IGNORE INTO " + table + " (item_id) VALUES (?1)"
                                 : "DELETE FROM " + table + " WHERE item_id = ?1");
  return changedBy(change, ids);
}

void MarkWriter::setView(const SavedView& view) {
  Statement(database_,
            "INSERT INTO saved_views (name, query) VALUES (?1, ?2) "
            "ON CONFLICT (name) DO UPDATE SET query = excluded.query")
      .bind(view.name, view.query)
      .run();
}

void MarkWriter::removeView(const std::string& name) {
  Statement(database_, "DELETE FROM saved_views WHERE name = ?1").bind(name).run();
}

}  // namespace mia::storage

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sources.h"

namespace mia::storage {
namespace {

const std::string kSelectSources =
    "SELECT id, file, content_hash, format, root, bytes, started, state, rows_done, bytes_done, "
    "words FROM sources";

Source sourceFrom(const Statement& row) {
  Source source;
  source.id = row.id<SourceId>(0);
  source.file = row.string(1);
  source.contentHash = row.string(2);
  source.format = row.string(3);
  source.root = row.string(4);
  source.bytes = row.integer(5);
  source.started = row.string(6);
  source.state = sourceStateFromString(row.string(7));
  source.rowsDone = row.integer(8);
  source.bytesDone = row.integer(9);
  source.words = row.string(10);
  return source;
}

}  // namespace

std::vector<Source> SourceReader::all() {
  std::vector<Source> sources;
  Statement rows(database_, kSelectSources + " ORDER BY id");
  while (rows.step()) sources.push_back(sourceFrom(rows));
  return sources;
}

std::optional<Source> SourceReader::find(const std::string& contentHash, const std::string& root) {
  Statement rows(database_, kSelectSources + " WHERE content_hash = ?1 AND root = ?2");
  if (!rows.bind(contentHash, root).step()) return std::nullopt;
  return sourceFrom(rows);
}

void SourceReader::forEachQuarantined(std::optional<QuarantineReason> reason,
                                      const std::function<void(QuarantinedRow&&)>& take) {
  Conditions conditions;
  if (reason) conditions.add("reason = ?", toString(*reason));
  Statement rows(database_, "SELECT source_id, row, record_id, reason, words FROM quarantine" +
                                conditions.sql() + " ORDER BY source_id, row");
  rows.bind(conditions);
  while (rows.step()) {
    take({rows.id<SourceId>(0), rows.integer(1), rows.string(2),
          quarantineReasonFromString(rows.string(3)), rows.string(4)});
  }
}

std::map<QuarantineReason, std::int64_t> SourceReader::quarantineCounts(SourceId source) {
  std::map<QuarantineReason, std::int64_t> counts;
  Conditions conditions;
  if (source) conditions.add("source_id = ?", source.value);
  Statement rows(database_,
                 "SELECT reason, count(*) FROM quarantine" + conditions.sql() + " GROUP BY reason");
  rows.bind(conditions);
  while (rows.step()) counts[quarantineReasonFromString(rows.string(0))] = rows.integer(1);
  return counts;
}

std::vector<std::int64_t> SourceReader::quarantinedRows(SourceId source) {
  std::vector<std::int64_t> numbers;
  Statement rows(database_, "SELECT row FROM quarantine WHERE source_id = ?1 ORDER BY row");
  rows.bind(source);
  while (rows.step()) numbers.push_back(rows.integer(0));
  return numbers;
}

SourceWriter::SourceWriter(Database& database)
    : database_(database),
      quarantine_(database,
                  "INSERT OR REPLACE INTO quarantine (source_id, row, record_id, reason, words) "
                  "VALUES (?1, ?2, ?3, ?4, ?5)"),
      release_(database, "DELETE FROM quarantine WHERE source_id = ?1 AND row = ?2") {}

SourceId SourceWriter::add(const Source& source) {
  Statement insert(
      database_,
      "INSERT INTO sources (file, content_hash, format, root, bytes, started, state, "
      "rows_done, bytes_done, words) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
  insert.bind(source.file, source.contentHash, source.format, source.root, source.bytes,
              source.started, toString(source.state), source.rowsDone, source.bytesDone,
              source.words);
  return *insert.insert<SourceId>();
}

void SourceWriter::update(const Source& source) {
  Statement(database_,
            "UPDATE sources SET file = ?2, state = ?3, rows_done = ?4, bytes_done = ?5, words = ?6 "
            "WHERE id = ?1")
      .bind(source.id, source.file, toString(source.state), source.rowsDone, source.bytesDone,
            source.words)
      .run();
}

void SourceWriter::quarantine(const QuarantinedRow& row) {
  quarantine_.bind(row.source, row.row, row.recordId, toString(row.reason), row.words).run();
}

void SourceWriter::release(SourceId source, std::int64_t row) { release_.bind(source, row).run(); }

}  // namespace mia::storage

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/runs.h"

namespace mia::storage {
namespace {

const std::string kSelectRuns =
    "SELECT id, kind, created, model, model_hash, adapter, ingested FROM runs";

RunRecord runFrom(const Statement& row) {
  return {row.string(0), row.string(1), row.string(2), row.string(3),
          row.string(4), row.string(5), row.integer(6)};
}

}  // namespace

std::optional<RunRecord> RunReader::find(const std::string& id) {
  Statement row(database_, kSelectRuns + " WHERE id = ?1");
  if (!row.bind(id).step()) return std::nullopt;
  return runFrom(row);
}

std::vector<RunRecord> RunReader::all() {
  std::vector<RunRecord> runs;
  Statement rows(database_, kSelectRuns + " ORDER BY created, id");
  while (rows.step()) runs.push_back(runFrom(rows));
  return runs;
}

void RunWriter::add(const RunRecord& run) {
  Statement(database_,
            "INSERT INTO runs (id, kind, created, model, model_hash, adapter, ingested) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO NOTHING")
      .bind(run.id, run.kind, run.created, run.model, run.modelHash, run.adapter, run.ingested)
      .run();
}

void RunWriter::setIngested(const std::string& id, std::int64_t answers) {
  Statement(database_, "UPDATE runs SET ingested = ?2 WHERE id = ?1").bind(id, answers).run();
}

}  // namespace mia::storage

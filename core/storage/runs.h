// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "storage/statement.h"

namespace mia::storage {

/// A line of the index of runs; the run directory holds the truth.
struct RunRecord {
  std::string id;
  std::string kind;
  std::string created;  ///< ISO 8601, UTC
  std::string model;
  std::string modelHash;
  std::string adapter;
  std::int64_t ingested =
      0;  ///< answers of the run that were looked at: ingest goes on behind them
};

/// Reads the index of runs.
class RunReader {
 public:
  explicit RunReader(Database& database) : database_(database) {}

  std::optional<RunRecord> find(const std::string& id);
  std::vector<RunRecord> all();  ///< oldest first

 private:
  Database& database_;
};

/// Writes the index of runs.
class RunWriter {
 public:
  explicit RunWriter(Database& database) : database_(database) {}

  /// Does nothing when the run is known.
  void add(const RunRecord& run);
  /// In the transaction that stores the answers, so that none is taken twice or lost.
  void setIngested(const std::string& id, std::int64_t answers);

 private:
  Database& database_;
};

}  // namespace mia::storage

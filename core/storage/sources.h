// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "domain/question.h"
#include "domain/source.h"
#include "storage/statement.h"

namespace mia::storage {

/// Reads sources and the rows of theirs that were set aside.
class SourceReader {
 public:
  explicit SourceReader(Database& database) : database_(database) {}

  std::vector<Source> all();
  std::optional<Source> find(const std::string& contentHash, const std::string& root);

  /// Every quarantined row, by source and row; `reason` narrows it.
  void forEachQuarantined(std::optional<QuarantineReason> reason,
                          const std::function<void(QuarantinedRow&&)>& take);
  /// How many rows of a source (no id: of all) were set aside for which reason.
  std::map<QuarantineReason, std::int64_t> quarantineCounts(SourceId source = {});
  /// The rows of a source that were set aside, ascending.
  std::vector<std::int64_t> quarantinedRows(SourceId source);

 private:
  Database& database_;
};

/// Writes sources, how far their import came, and quarantined rows.
class SourceWriter {
 public:
  explicit SourceWriter(Database& database);

  /// Stores a source that is new; `source.id` is ignored.
  SourceId add(const Source& source);
  /// Writes file, state, rowsDone, bytesDone and words of a source that is stored.
  void update(const Source& source);

  void quarantine(const QuarantinedRow& row);
  /// Forgets that a row was set aside, because it is used after all.
  void release(SourceId source, std::int64_t row);

 private:
  Database& database_;
  Statement quarantine_;
  Statement release_;
};

}  // namespace mia::storage

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "storage/database.h"

namespace mia::storage {

/// Hands over all rows of an FTS5 table that hold one term, from within FTS5: stepping through a
/// statement's rows takes twice as long.
class TextGatherer {
 public:
  /// Returns false to end; must not throw, for SQLite stands between.
  using Take = std::function<bool(std::int64_t id)>;

  explicit TextGatherer(Database& database);
  /// `match`: FTS5's words for the one term, or for terms that begin so.
  void gather(const std::string& table, const std::string& match, const Take& take);

 private:
  Database& database_;
};

}  // namespace mia::storage

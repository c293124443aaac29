// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <SQLiteCpp/Statement.h>

#include <memory>
#include <string>
#include <vector>

namespace mia::storage {

/// Prepared statements of one connection that are not in use: to prepare one takes longer than to
/// look a row up by its id.
class StatementShelf {
 public:
  explicit StatementShelf(SQLite::Database& database) : database_(database) {}

  /// The statement for this SQL, with nothing bound. Throws what SQLite::Statement throws.
  std::unique_ptr<SQLite::Statement> take(const std::string& sql);
  void giveBack(std::unique_ptr<SQLite::Statement> statement) noexcept;

 private:
  SQLite::Database& database_;
  std::vector<std::unique_ptr<SQLite::Statement>> kept_;  ///< the one used last at the end
};

}  // namespace mia::storage

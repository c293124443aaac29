// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/statement_shelf.h"

#include <algorithm>
#include <exception>

namespace mia::storage {
namespace {

constexpr std::size_t kKept = 64;

}  // namespace

std::unique_ptr<SQLite::Statement> StatementShelf::take(const std::string& sql) {
  const auto found = std::find_if(kept_.rbegin(), kept_.rend(), [&](const auto& statement) {
    return statement->getQuery() == sql;
  });
  if (found == kept_.rend()) return std::make_unique<SQLite::Statement>(database_, sql);
  std::unique_ptr<SQLite::Statement> statement = std::move(*found);
  kept_.erase(std::prev(found.base()));
  return statement;
}

/// At rest it holds no lock and none of the values that were bound.
void StatementShelf::giveBack(std::unique_ptr<SQLite::Statement> statement) noexcept {
  try {
    statement->tryReset();  // what went wrong was told when it went wrong
    statement->clearBindings();
    if (kept_.size() == kKept) kept_.erase(kept_.begin());
    kept_.push_back(std::move(statement));
  } catch (const std::exception&) {
    statement.reset();
  }
}

}  // namespace mia::storage

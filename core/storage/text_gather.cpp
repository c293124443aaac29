// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/text_gather.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <memory>

#include "storage/statement.h"

namespace mia::storage {
namespace {

constexpr const char* kTakeType = "mia take";

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;

[[noreturn]] void refuse(Database& database, int code) {
  throw toError(SQLite::Exception(database.handle().getHandle(), code), database.file());
}

// Without the wrapper, which binds no pointers.
Prepared preparedFor(Database& database, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  const int code =
      sqlite3_prepare_v2(database.handle().getHandle(), sql.c_str(), -1, &statement, nullptr);
  if (code != SQLITE_OK) refuse(database, code);
  return Prepared(statement);
}

int takeRow(const Fts5ExtensionApi* api, Fts5Context* row, void* take) {
  const bool goesOn = (*static_cast<const TextGatherer::Take*>(take))(api->xRowid(row));
  return goesOn ? SQLITE_OK : SQLITE_DONE;
}

/// mia_gather(table, take), called for the first row of a search: all its rows go to `take`.
void gatherAll(const Fts5ExtensionApi* api, Fts5Context* first, sqlite3_context* result, int count,
               sqlite3_value** values) {
  void* take = count == 1 ? sqlite3_value_pointer(values[0], kTakeType) : nullptr;
  if (!take) return;
  const int code = api->xQueryPhrase(first, 0, take, takeRow);
  if (code != SQLITE_OK) sqlite3_result_error_code(result, code);
}

}  // namespace

TextGatherer::TextGatherer(Database& database) : database_(database) {
  fts5_api* fts5 = nullptr;
  const Prepared ask = preparedFor(database, "SELECT fts5(?1)");
  sqlite3_bind_pointer(ask.get(), 1, &fts5, "fts5_api_ptr", nullptr);
  sqlite3_step(ask.get());
  if (!fts5) throw Error(ErrorKind::kInternal, "SQLite was built without its full-text search");
  const int code = fts5->xCreateFunction(fts5, "mia_gather", nullptr, gatherAll, nullptr);
  if (code != SQLITE_OK) refuse(database, code);
}

void TextGatherer::gather(const std::string& table, const std::string& match, const Take& take) {
  const Prepared search =
      preparedFor(database_, "SELECT mia_gather(" + table + ", ?2) FROM " + table + " WHERE " +
                                 table + " MATCH ?1 LIMIT 1");
  sqlite3_bind_text(search.get(), 1, match.c_str(), -1, SQLITE_STATIC);
  sqlite3_bind_pointer(search.get(), 2, const_cast<Take*>(&take), kTakeType, nullptr);
  const int code = sqlite3_step(search.get());
  if (code != SQLITE_ROW && code != SQLITE_DONE) refuse(database_, code);
}

}  // namespace mia::storage

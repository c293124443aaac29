// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/statement.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <limits>

namespace mia::storage {

Error toError(const SQLite::Exception& error, const std::filesystem::path& file) {
  const std::string where = file.string();
  switch (error.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Error(ErrorKind::kBusy, "Another program is writing to " + where,
                   "Try again when it is done");
    case SQLITE_FULL:
      return Error(ErrorKind::kResource, "The disk is full: cannot write to " + where);
    case SQLITE_NOMEM:
      return Error(ErrorKind::kResource, "Out of memory while working on " + where);
    case SQLITE_NOTADB: return Error(ErrorKind::kBadInput, where + " is not a project's store");
    case SQLITE_CORRUPT: return Error(ErrorKind::kBadInput, where + " is damaged: " + error.what());
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM: return Error(ErrorKind::kIo, "Cannot use " + where + ": " + error.what());
    default:
      return Error(ErrorKind::kInternal, "The store refused a statement: " +
                                             std::string(error.what()) + " (" + where + ")");
  }
}

Statement::Taken Statement::take(Database& database, const std::string& sql) {
  StatementShelf& shelf = database.statements();
  try {
    return {shelf.take(sql).release(), GiveBack{&shelf}};
  } catch (const SQLite::Exception& e) {
    throw toError(e, database.file());
  }
}

Statement::Statement(Database& database, const std::string& sql)
    : file_(database.file()), handle_(database.handle()), statement_(take(database, sql)) {}

Statement& Statement::bind(const Conditions& conditions) {
  guarded([&] {
    statement_->reset();
    int index = 0;
    for (const auto& value : conditions.values()) {
      std::visit([&](const auto& present) { bindOne(++index, present); }, value);
    }
  });
  return *this;
}

bool Statement::step() {
  return guarded([&] { return statement_->executeStep(); });
}

int Statement::run() {
  return guarded([&] {
    const int changed = statement_->exec();
    statement_->reset();
    return changed;
  });
}

std::int64_t Statement::integer(int column) const {
  return guarded([&] { return statement_->getColumn(column).getInt64(); });
}

double Statement::real(int column) const {
  return guarded([&] {
    const SQLite::Column value = statement_->getColumn(column);
    return value.isNull() ? std::numeric_limits<double>::quiet_NaN() : value.getDouble();
  });
}

std::string_view Statement::text(int column) const {
  return guarded([&] {
    const SQLite::Column value = statement_->getColumn(column);
    const auto* data = static_cast<const char*>(value.getBlob());
    return std::string_view(data == nullptr ? "" : data,
                            static_cast<std::size_t>(value.getBytes()));
  });
}

std::int64_t Statement::lastId() const { return handle_.getLastInsertRowid(); }

void Statement::bindText(int index, std::string_view text) {
  statement_->bind(index, std::string(text));
}

void Statement::bindBytes(int index, std::span<const std::byte> bytes) {
  // A null pointer would be stored as NULL, not as no bytes.
  statement_->bind(index, bytes.empty() ? "" : static_cast<const void*>(bytes.data()),
                   static_cast<int>(bytes.size()));
}

}  // namespace mia::storage

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <cstdio>

#include "storage/statement.h"
#include "storage/statement_shelf.h"

namespace mia::storage {
namespace {

// "MIAs" in the file's header: tells a project's store from any other SQLite file.
constexpr std::int64_t kApplicationId = 0x4d494173;
constexpr int kBusyMilliseconds = 10'000;

std::int64_t pragma(Database& database, const std::string& name) {
  Statement statement(database, "PRAGMA " + name);
  return statement.step() ? statement.integer(0) : 0;
}

void execute(Database& database, const std::string& sql) {
  try {
    database.handle().exec(sql);
  } catch (const SQLite::Exception& e) {
    throw toError(e, database.file());
  }
}

std::unique_ptr<SQLite::Database> openHandle(const std::filesystem::path& file,
                                             Database::Open mode) {
  if (mode != Database::Open::kCreate && !std::filesystem::exists(file)) {
    throw Error(ErrorKind::kNotFound, "There is no project at " + file.parent_path().string(),
                "`mia import` makes one");
  }
  const int create = mode == Database::Open::kCreate ? SQLite::OPEN_CREATE : 0;
  const int access = mode == Database::Open::kRead ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE;
  // Without SQLite's own locks around every call: a connection belongs to one thread.
  const int flags = access | SQLite::OPEN_NOMUTEX | create;
  try {
    return std::make_unique<SQLite::Database>(file.string(), flags, kBusyMilliseconds);
  } catch (const SQLite::Exception& e) {
    throw toError(e, file);
  }
}

}  // namespace

Database::Database(const std::filesystem::path& file, Open mode,
                   std::span<const Migration> migrations)
    : file_(file),
      handle_(openHandle(file, mode)),
      statements_(std::make_unique<StatementShelf>(*handle_)) {
  checkIdentity(migrations.back().number);
  if (mode == Open::kRead) {
    if (version() == migrations.back().number) return;
    throw Error(ErrorKind::kUnsupported, file_.string() + " was made by an older program",
                "`mia status` on its project brings it up to date");
  }
  configure();
  migrate(migrations);
}

Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

int Database::version() { return static_cast<int>(pragma(*this, "user_version")); }

std::string Database::integrityErrors() {
  std::string found;
  Statement check(*this, "PRAGMA integrity_check");
  while (check.step()) found += check.string(0) + "\n";
  Statement references(*this, "PRAGMA foreign_key_check");
  if (found == "ok\n") found.clear();
  while (references.step()) found += references.string(0) + " names a row that is not there\n";
  return found;
}

// A file without a version is ours only when it is empty: a crash while it was being made.
void Database::checkIdentity(int newest) {
  const int present = version();
  if (present > newest) {
    throw Error(ErrorKind::kUnsupported,
                file_.string() + " was made by a newer program (store version " +
                    std::to_string(present) + ", this program knows up to " +
                    std::to_string(newest) + ")",
                "Update MIA Studio; the project was left as it is");
  }
  Statement tables(*this, "SELECT count(*) FROM sqlite_schema");
  tables.step();
  const bool empty = tables.integer(0) == 0;
  const bool ours = pragma(*this, "application_id") == kApplicationId && present > 0;
  if (!ours && !(empty && present == 0)) {
    throw Error(ErrorKind::kBadInput,
                file_.string() + " is an SQLite file, but not a project's store");
  }
}

void Database::configure() {
  // Larger pages than SQLite's default suit rows of kilobytes; holds for new files only.
  execute(*this, "PRAGMA page_size = 16384");
  execute(*this, "PRAGMA journal_mode = WAL");
  execute(*this, "PRAGMA synchronous = FULL");
  // Every 64 MB: pages that many transactions touch are then copied into the file less often.
  execute(*this, "PRAGMA wal_autocheckpoint = 4096");
  execute(*this, "PRAGMA foreign_keys = ON");
  execute(*this, "PRAGMA cache_size = -65536");
}

void Database::migrate(std::span<const Migration> migrations) {
  const int before = version();
  for (const Migration& migration : migrations) {
    if (migration.number <= version()) continue;
    Transaction transaction(*this);
    const int present = version();  // another process may have been faster
    if (migration.number <= present) continue;
    if (present == before && present > 0) backUp(present);
    execute(*this, migration.sql);
    execute(*this, "PRAGMA application_id = " + std::to_string(kApplicationId));
    execute(*this, "PRAGMA user_version = " + std::to_string(migration.number));
    transaction.commit();
  }
}

// Through a connection of its own, because the migrating one holds the right to write.
void Database::backUp(int version) {
  const std::filesystem::path backup = file_.string() + ".v" + std::to_string(version) + ".backup";
  const std::filesystem::path partial = backup.string() + ".partial";
  std::filesystem::remove(partial);
  try {
    SQLite::Database source(file_.string(), SQLite::OPEN_READONLY, kBusyMilliseconds);
    SQLite::Database copy(partial.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Backup(copy, source).executeStep();
  } catch (const SQLite::Exception& e) {
    throw toError(e, partial);
  }
  std::filesystem::rename(partial, backup);
}

Transaction::Transaction(Database& database) : database_(database) {
  execute(database_, "BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    database_.handle().exec("ROLLBACK");
  } catch (const SQLite::Exception& e) {
    // SQLite has rolled back by itself (disk full, say); the error that led here is on its way.
    std::fprintf(stderr, "mia: %s\n", e.what());
  }
}

void Transaction::commit() {
  execute(database_, "COMMIT");
  open_ = false;
}

}  // namespace mia::storage

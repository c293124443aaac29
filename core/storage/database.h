// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "storage/migrations.h"

namespace SQLite {
class Database;
}

namespace mia::storage {

class StatementShelf;

/// One connection to a project's SQLite file. Not for use by two threads at once: each thread opens
/// its own. Any number of connections and processes may read while one writes; a writer waits up to
/// ten seconds for another before Error kBusy.
///
/// WAL with synchronous=FULL: whatever commit() returned from survives kill -9 and a power cut.
/// Work is committed in large batches, so that the sync each costs is not felt.
class Database {
 public:
  enum class Open {
    kExisting,
    kCreate,
    kRead  ///< changes nothing: an older file is Error kUnsupported instead of brought up to date
  };

  /// Opens a file and brings it to the newest migration, each in a transaction of its own, after a
  /// copy of an older file was put beside it (`<file>.v<version>.backup`). With kCreate a missing
  /// file is made. Errors: kNotFound; kUnsupported when a newer program made the file (it is left
  /// as it is); kBadInput when it is not a project's file.
  Database(const std::filesystem::path& file, Open mode,
           std::span<const Migration> migrations = projectMigrations());
  ~Database();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;

  const std::filesystem::path& file() const { return file_; }
  /// The number of the last migration that the file has.
  int version();
  /// SQLite's own check of the whole file; "" when it is sound, else what it found.
  std::string integrityErrors();

  /// For this room's statements; SQL is written nowhere else.
  SQLite::Database& handle() { return *handle_; }
  /// For Statement.
  StatementShelf& statements() { return *statements_; }

 private:
  void checkIdentity(int newest);
  void configure();
  void migrate(std::span<const Migration> migrations);
  void backUp(int version);

  std::filesystem::path file_;
  std::unique_ptr<SQLite::Database> handle_;
  std::unique_ptr<StatementShelf> statements_;
};

/// Everything between construction and commit() happens together or not at all.
class Transaction {
 public:
  /// Takes the right to write at once (BEGIN IMMEDIATE), so that it cannot fail half-way as busy.
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace mia::storage

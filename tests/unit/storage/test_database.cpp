// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <array>

#include "base/error.h"
#include "base/files.h"
#include "storage/database.h"
#include "storage/marks.h"
#include "storage/statement.h"
#include "storage/text_index.h"
#include "support/temporary_folder.h"

using namespace mia;
using storage::Database;

namespace {

constexpr std::array<storage::Migration, 3> kSteps = {{
    {1, "001_a.sql", "CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (7);"},
    {2, "002_b.sql", "ALTER TABLE a ADD COLUMN y INTEGER DEFAULT 8;"},
    {3, "003_c.sql", "CREATE TABLE c (z INTEGER) STRICT; INSERT INTO nowhere VALUES (1);"},
}};

std::span<const storage::Migration> firstSteps(std::size_t count) {
  return std::span(kSteps).first(count);
}

std::int64_t sumOf(Database& database, const std::string& columns) {
  storage::Statement row(database, "SELECT " + columns + " FROM a");
  row.step();
  return row.integer(0);
}

}  // namespace

TEST_CASE("a new file has every migration and is sound") {
  TemporaryFolder folder;
  Database database(folder / "p.sqlite", Database::Open::kCreate);
  CHECK(database.version() == storage::projectMigrations().back().number);
  CHECK(database.integrityErrors() == "");
}

TEST_CASE("an older file is migrated in place after a copy of it was put aside") {
  TemporaryFolder folder;
  { Database old(folder / "p.sqlite", Database::Open::kCreate, firstSteps(1)); }
  Database database(folder / "p.sqlite", Database::Open::kExisting, firstSteps(2));
  CHECK(database.version() == 2);
  CHECK(sumOf(database, "x + y") == 15);
  Database backup(folder / "p.sqlite.v1.backup", Database::Open::kExisting, firstSteps(1));
  CHECK(backup.version() == 1);
  CHECK(sumOf(backup, "x") == 7);
}

TEST_CASE("a project of the first version opens, keeps its rows, and gets tags and a search") {
  TemporaryFolder folder;
  {
    Database old(folder / "p.sqlite", Database::Open::kCreate,
                 storage::projectMigrations().first(1));
    storage::Statement(old, "INSERT INTO image_roots (folder) VALUES ('/data')").run();
    storage::Statement(old,
                       "INSERT INTO images (root_id, path, content_hash, width, height) "
                       "VALUES (1, 'old/heron.jpg', '00ff', 4, 3)")
        .run();
  }
  Database database(folder / "p.sqlite", Database::Open::kExisting);
  CHECK(database.version() == storage::projectMigrations().back().number);
  CHECK(database.integrityErrors() == "");
  CHECK(std::filesystem::exists(folder / "p.sqlite.v1.backup"));
  CHECK(storage::MarkWriter(database).setTag(storage::Marked::kImage, "old", {1}, true).size() ==
        1);
  storage::TextIndexWriter(database).advance(10);
  int found = 0;
  storage::TextIndexReader(database).find(storage::TextKind::kImage, {"heron"},
                                          [&](std::int64_t id) { return (found += id) < 9; });
  CHECK(found == 1);
}

TEST_CASE("a migration that fails leaves the file at the version before it") {
  TemporaryFolder folder;
  { Database old(folder / "p.sqlite", Database::Open::kCreate, firstSteps(1)); }
  CHECK_THROWS_AS(Database(folder / "p.sqlite", Database::Open::kExisting, kSteps), Error);
  Database database(folder / "p.sqlite", Database::Open::kExisting, firstSteps(2));
  CHECK(database.version() == 2);
  storage::Statement tables(database, "SELECT count(*) FROM sqlite_schema WHERE name = 'c'");
  tables.step();
  CHECK(tables.integer(0) == 0);
}

TEST_CASE("a file of a newer program is refused and not changed by a byte") {
  TemporaryFolder folder;
  { Database newer(folder / "p.sqlite", Database::Open::kCreate, firstSteps(2)); }
  const std::string before = readFile(folder / "p.sqlite");
  try {
    Database(folder / "p.sqlite", Database::Open::kExisting, firstSteps(1));
    FAIL("opened");
  } catch (const Error& e) {
    CHECK(e.kind() == ErrorKind::kUnsupported);
    CHECK(std::string(e.what()).find("newer") != std::string::npos);
  }
  CHECK(readFile(folder / "p.sqlite") == before);
}

TEST_CASE("what is no project's store is refused, and an empty file of a crash is finished") {
  TemporaryFolder folder;
  const auto kindOf = [&](Database::Open mode) {
    try {
      Database(folder / "p.sqlite", mode);
    } catch (const Error& e) {
      return std::string(toString(e.kind()));
    }
    return std::string("opened");
  };
  CHECK(kindOf(Database::Open::kExisting) == "not-found");
  writeFileAtomically(folder / "p.sqlite", "these are a person's notes, and no database at all");
  CHECK(kindOf(Database::Open::kCreate) == "bad-input");
  writeFileAtomically(folder / "p.sqlite", "");
  CHECK(kindOf(Database::Open::kExisting) == "opened");
}

TEST_CASE("a transaction that is not committed leaves nothing") {
  TemporaryFolder folder;
  Database database(folder / "p.sqlite", Database::Open::kCreate, firstSteps(1));
  {
    storage::Transaction transaction(database);
    storage::Statement(database, "UPDATE a SET x = 1").run();
  }
  CHECK(sumOf(database, "x") == 7);
  {
    storage::Transaction transaction(database);
    storage::Statement(database, "UPDATE a SET x = 2").run();
    transaction.commit();
  }
  Database other(folder / "p.sqlite", Database::Open::kExisting, firstSteps(1));
  CHECK(sumOf(other, "x") == 2);
}

TEST_CASE("while one writes another reads what was committed, and a third is told to wait") {
  TemporaryFolder folder;
  Database writer(folder / "p.sqlite", Database::Open::kCreate, firstSteps(1));
  Database reader(folder / "p.sqlite", Database::Open::kExisting, firstSteps(1));
  storage::Transaction transaction(writer);
  storage::Statement(writer, "UPDATE a SET x = 1").run();
  CHECK(sumOf(reader, "x") == 7);
  storage::Statement(reader, "PRAGMA busy_timeout = 1").step();
  try {
    storage::Transaction refused(reader);
    FAIL("both may write");
  } catch (const Error& e) {
    CHECK(e.kind() == ErrorKind::kBusy);
  }
  transaction.commit();
  CHECK(sumOf(reader, "x") == 1);
}

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/decisions.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <doctest/doctest.h>

#include "unit/storage/storage_helpers.h"

using namespace mia;

namespace {

struct JournalFixture : StoreFixture {
  SampleId sample = *storage::SampleWriter(database).add(aSample(1));
  CandidateId candidate = addCandidate();
  ReviewSubject subject{sample, candidate, 0xfedcba9876543210ULL};

  CandidateId addCandidate() {
    storage::RunWriter(database).add({"run", "generate", "2026", "m", "h", "", 0});
    Candidate answer;
    answer.sample = sample;
    answer.run = "run";
    answer.text = "an owl";
    return *storage::CandidateWriter(database).add(answer, "", {});
  }
  Decision decision(const std::string& key, std::int64_t time, Verdict verdict) const {
    return {key, time, {"anna", 1}, DecisionKind::kAccept, "", "", subject, {}, {verdict}};
  }
  std::optional<Verdict> held() {
    const auto newest = storage::DecisionReader(database).newest({"anna", 1}, subject);
    return newest ? std::optional(newest->after.verdict) : std::nullopt;
  }
};

}  // namespace

TEST_CASE("an entry is read back whole") {
  JournalFixture store;
  Decision decision = store.decision("aa", 12, Verdict::kRejected);
  decision.kind = DecisionKind::kUndo;
  decision.batch = "b";
  decision.undoes = "c";
  decision.before = {Verdict::kAccepted, true, "x", "y", "z", "n"};
  CHECK(storage::DecisionWriter(store.database).add(decision));
  const auto read = storage::DecisionReader(store.database).byKey("aa");
  REQUIRE(read);
  CHECK(read->time == 12);
  CHECK(read->review == Review{"anna", 1});
  CHECK(read->kind == DecisionKind::kUndo);
  CHECK(read->batch == "b");
  CHECK(read->undoes == "c");
  CHECK(read->subject == store.subject);
  CHECK(read->before == decision.before);
  CHECK(read->after == decision.after);
  CHECK(storage::DecisionReader(store.database).ofBatch("b").size() == 1);
}

TEST_CASE("the newest by time holds, in whatever order entries arrive, and a key is taken once") {
  JournalFixture store;
  storage::DecisionWriter writer(store.database);
  CHECK_FALSE(store.held());
  CHECK(writer.add(store.decision("cc", 20, Verdict::kAccepted)));
  CHECK(writer.add(store.decision("bb", 10, Verdict::kRejected)));
  CHECK(store.held() == Verdict::kAccepted);
  CHECK(writer.add(store.decision("dd", 20, Verdict::kRejected)));
  CHECK(store.held() == Verdict::kRejected);
  CHECK_FALSE(writer.add(store.decision("dd", 30, Verdict::kAccepted)));
  CHECK(storage::DecisionReader(store.database).count() == 3);
  CHECK(storage::DecisionReader(store.database).about(store.subject, {}).front().key == "bb");
  CHECK_FALSE(storage::DecisionReader(store.database).newest({"anna", 2}, store.subject));
}

TEST_CASE("the store itself refuses to change or remove an entry") {
  JournalFixture store;
  storage::DecisionWriter(store.database).add(store.decision("aa", 1, Verdict::kAccepted));
  CHECK_THROWS_AS(store.database.handle().exec("UPDATE decisions SET time = 2"), SQLite::Exception);
  CHECK_THROWS_AS(store.database.handle().exec("DELETE FROM decisions"), SQLite::Exception);
}

TEST_CASE("a file that is opened to be read is left as it is") {
  StoreFixture store;
  using storage::Database;
  const auto all = storage::projectMigrations();
  CHECK_NOTHROW(Database(store.folder / "p.sqlite", Database::Open::kRead));
  { Database old(store.folder / "old.sqlite", Database::Open::kCreate, all.first(2)); }
  CHECK_THROWS_AS(Database(store.folder / "old.sqlite", Database::Open::kRead), Error);
  CHECK(Database(store.folder / "old.sqlite", Database::Open::kExisting, all.first(2)).version() ==
        2);
}

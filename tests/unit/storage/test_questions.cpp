// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unit/storage/storage_helpers.h"

using namespace mia;

TEST_CASE("a source comes back as it was written and updated") {
  StoreFixture store;
  storage::SourceReader reader(store.database);
  Source source = reader.find("abcd", "/data").value();
  CHECK(source.id == store.source);
  source.state = SourceState::kBroken;
  source.rowsDone = 12;
  source.bytesDone = 345;
  source.words = "broken at byte 345";
  storage::SourceWriter(store.database).update(source);
  const Source updated = reader.all().at(0);
  CHECK(updated.state == SourceState::kBroken);
  CHECK(updated.rowsDone == 12);
  CHECK(updated.bytesDone == 345);
  CHECK(updated.words == "broken at byte 345");
  CHECK_FALSE(reader.find("abcd", "/elsewhere"));
}

TEST_CASE("quarantined rows are listed, counted, replaced and released") {
  StoreFixture store;
  storage::SourceWriter writer(store.database);
  storage::SourceReader reader(store.database);
  writer.quarantine({store.source, 4, "b", QuarantineReason::kTextOnly, "no image"});
  writer.quarantine({store.source, 2, "a", QuarantineReason::kNoAnswer, "empty"});
  writer.quarantine({store.source, 4, "b", QuarantineReason::kMalformed, "no object"});
  CHECK(reader.quarantinedRows(store.source) == std::vector<std::int64_t>{2, 4});
  CHECK(reader.quarantineCounts().at(QuarantineReason::kMalformed) == 1);
  CHECK(reader.quarantineCounts().count(QuarantineReason::kTextOnly) == 0);
  std::vector<QuarantinedRow> rows;
  reader.forEachQuarantined(QuarantineReason::kNoAnswer,
                            [&](QuarantinedRow&& row) { rows.push_back(std::move(row)); });
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].row == 2);
  CHECK(rows[0].words == "empty");
  writer.release(store.source, 2);
  CHECK(reader.quarantinedRows(store.source) == std::vector<std::int64_t>{4});
}

TEST_CASE("an image is one row per root, path and content") {
  StoreFixture store;
  storage::ImageWriter writer(store.database);
  CHECK(writer.add(store.anImage("hen.jpg", "00ff")) == store.hen);
  CHECK(writer.add(store.anImage("hen.jpg", "22dd")) != store.hen);
  storage::ImageReader reader(store.database);
  CHECK(reader.count() == 3);
  const Image hen = reader.get(store.hen);
  CHECK(hen.file() == "/data/hen.jpg");
  CHECK(hen.width == 640);
  CHECK(reader.page(store.hen, 10).front().path == "owl.jpg");
  CHECK(reader.get({store.owl, store.hen}).front().path == "owl.jpg");
  CHECK_THROWS_AS(reader.get(ImageId{99}), Error);
}

TEST_CASE("a question keeps its turns, letter by letter") {
  StoreFixture store;
  storage::QuestionReader reader(store.database);
  const Question question = reader.get(store.question);
  CHECK(question.recordId == "0007");
  CHECK(question.row == 3);
  REQUIRE(question.turns.size() == 2);
  CHECK(question.turns[0].question == store.aQuestion().turns[0].question);
  CHECK(question.turns[0].answer == store.aQuestion().turns[0].answer);
  CHECK(question.turns[1].answer == "");
  CHECK(reader.count(store.source) == 1);
  CHECK(reader.ofImage(store.owl).empty());
}

TEST_CASE("the same conversation about the same picture is stored once, and its place named") {
  StoreFixture store;
  storage::QuestionWriter writer(store.database);
  CHECK_FALSE(writer.add(store.aQuestion(8), "00ff"));
  CHECK(writer.duplicateOf().row == 3);
  CHECK(writer.duplicateOf().file == "/data/a.json");
  CHECK(writer.add(store.aQuestion(9), "11ee"));
  CHECK(storage::QuestionReader(store.database).count() == 2);
}

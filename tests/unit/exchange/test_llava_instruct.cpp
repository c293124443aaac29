// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "base/files.h"
#include "exchange/llava_instruct.h"
#include "support/temporary_folder.h"

using namespace mia;
using exchange::LlavaRecord;

namespace {

std::vector<LlavaRecord> readAll(const std::string& content) {
  TemporaryFolder folder;
  writeFileAtomically(folder / "a.json", content);
  exchange::LlavaInstructReader reader(folder / "a.json");
  std::vector<LlavaRecord> records;
  while (auto record = reader.next()) records.push_back(std::move(*record));
  return records;
}

LlavaRecord readOne(const std::string& record) {
  const auto records = readAll("[" + record + "]");
  REQUIRE(records.size() == 1);
  return records[0];
}

std::string conversation(const std::string& question, const std::string& answer) {
  return "\"conversations\":[{\"from\":\"human\",\"value\":\"" + question +
         "\"},{\"from\":\"gpt\",\"value\":\"" + answer + "\"}]";
}

std::string reasonOf(const std::string& record) {
  CAPTURE(record);
  const LlavaRecord read = readOne(record);
  if (!read.problem) return "";
  CHECK_FALSE(read.problem->words.empty());
  return toString(read.problem->reason);
}

}  // namespace

TEST_CASE("a record is read with all its turns, without image marks") {
  const auto record = readOne(
      R"({"id":"7","image":"a.jpg","conversations":[{"from":"human","value":"<image>\nWhat \u00e9?"},)"
      R"({"from":"gpt","value":"It's \"x\".\n"},{"from":"human","value":"Why?"},{"from":"gpt","value":"So."}]})");
  CHECK_FALSE(record.problem);
  CHECK(record.id == "7");
  CHECK(record.image == "a.jpg");
  REQUIRE(record.turns.size() == 2);
  CHECK(record.turns[0].question == "What \u00e9?");
  CHECK(record.turns[0].answer == "It's \"x\".\n");
  CHECK(record.turns[1].question == "Why?");
}

TEST_CASE("what occurs in the wild is read: a list of one image, the other mark, commas, numbers") {
  CHECK(readOne("{\"id\":12,\"image\":[\"a.jpg\"]," + conversation("<image>What?", "x") + "}").id ==
        "12");
  const auto record = readOne("{\"image\":\"a.jpg\"," +
                              conversation("Look, <image-placeholder>\\nwhat?", "x,]") + ",}");
  CHECK_FALSE(record.problem);
  CHECK(record.turns[0].question == "Look, \nwhat?");
  CHECK(record.turns[0].answer == "x,]");
}

TEST_CASE("every row that cannot be used is named with its reason") {
  const std::string image = "\"image\":\"a.jpg\",";
  CHECK(reasonOf("{" + conversation("Hello?", "Hi") + "}") == "text-only");
  CHECK(reasonOf("{\"image\":null," + conversation("Hello?", "Hi") + "}") == "text-only");
  CHECK(reasonOf("{" + image + conversation("No mark?", "x") + "}") == "image-marks");
  CHECK(reasonOf("{" + image + conversation("<image><image>?", "x") + "}") == "image-marks");
  CHECK(reasonOf("{" + image + conversation("<image>?", "<image>x") + "}") == "image-marks");
  CHECK(reasonOf("{" + conversation("<image>?", "x") + "}") == "image-marks");
  CHECK(reasonOf("{" + image + conversation("<image> \\n", "x") + "}") == "empty-question");
  CHECK(reasonOf("{" + image + conversation("<image>?", " ") + "}") == "no-answer");
  CHECK(
      reasonOf("{" + image + "\"conversations\":[{\"from\":\"human\",\"value\":\"<image>?\"}]}") ==
      "no-answer");
}

TEST_CASE("rows of another shape are malformed") {
  const std::string good = conversation("<image>?", "x");
  CHECK(reasonOf("7") == "malformed");
  CHECK(reasonOf("[]") == "malformed");
  CHECK(reasonOf("{\"image\":\"a.jpg\"}") == "malformed");
  CHECK(reasonOf("{\"image\":\"a.jpg\",\"conversations\":{}}") == "malformed");
  CHECK(reasonOf("{\"image\":\"a.jpg\",\"conversations\":[]}") == "malformed");
  CHECK(reasonOf("{\"image\":\"a.jpg\",\"conversations\":[\"hi\"]}") == "malformed");
  CHECK(reasonOf("{\"image\":\"a.jpg\",\"conversations\":[{\"from\":\"human\"}]}") == "malformed");
  CHECK(reasonOf("{\"image\":\"a.jpg\",\"conversations\":[{\"from\":\"gpt\",\"value\":\"x\"}]}") ==
        "malformed");
  CHECK(reasonOf("{\"image\":3," + good + "}") == "malformed");
  CHECK(reasonOf("{\"image\":[3]," + good + "}") == "malformed");
  CHECK(reasonOf("{\"image\":\"a\\u0000.jpg\"," + good + "}") == "malformed");
  CHECK(reasonOf("{\"image\":\"a.jpg\" " + good + "}") == "malformed");
  CHECK(reasonOf("{\"image\":[\"a.jpg\",\"b.jpg\"]," + conversation("<image><image>?", "x") +
                 "}") == "malformed");
  CHECK(reasonOf("{\"image\":\"a\xff.jpg\"," + good + "}") == "malformed");
}

TEST_CASE("a record that is no sound JSON costs only itself") {
  const std::string good = "{\"image\":\"a.jpg\"," + conversation("<image>?", "x") + "}";
  const auto records = readAll("[" + good + ",{\"image\":tru}," + good + "]");
  REQUIRE(records.size() == 3);
  CHECK(records[1].problem->reason == QuarantineReason::kMalformed);
  CHECK_FALSE(records[2].problem);
}

TEST_CASE("a lost quote never lets neighbours vanish in silence: the file is broken there") {
  const std::string good = "{\"image\":\"a.jpg\"," + conversation("<image>?", "x") + "}";
  TemporaryFolder folder;
  const std::string lost = "{\"image\":\"a.jpg\"," + conversation("<image>\"?", "x") + "}";
  writeFileAtomically(folder / "a.json", "[" + good + "," + lost + "," + good + "," + good + "]");
  exchange::LlavaInstructReader reader(folder / "a.json");
  CHECK_FALSE(reader.next()->problem);
  std::int64_t rows = 1;
  while (reader.next()) ++rows;
  REQUIRE(reader.broken());
  CHECK(reader.broken()->row == rows);
  CHECK(reader.broken()->byte == static_cast<std::int64_t>(good.size() + 2));
}

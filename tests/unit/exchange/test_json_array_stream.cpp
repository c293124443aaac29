// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "base/error.h"
#include "base/files.h"
#include "exchange/json_array_stream.h"
#include "support/temporary_folder.h"

using namespace mia;
using exchange::JsonArrayStream;

namespace {

struct Read {
  std::vector<std::string> texts;
  std::optional<JsonArrayStream::Break> broken;
};

Read readAll(const std::string& content) {
  TemporaryFolder folder;
  writeFileAtomically(folder / "a.json", content);
  JsonArrayStream stream(folder / "a.json");
  Read read;
  while (const auto element = stream.next()) {
    CHECK(content.substr(static_cast<std::size_t>(element->byte), element->text.size()) ==
          element->text);
    CHECK(element->row == static_cast<std::int64_t>(read.texts.size()));
    read.texts.emplace_back(element->text);
  }
  read.broken = stream.broken();
  return read;
}

}  // namespace

TEST_CASE("a list is split at its elements, whatever stands in their strings") {
  const auto read =
      readAll("\xEF\xBB\xBF [ {\"a\":\"}]\\\"{\\\\\"} ,\n{\"b\":[{},[1]]},3, \"x,]\" ]\n");
  CHECK(read.texts ==
        std::vector<std::string>{"{\"a\":\"}]\\\"{\\\\\"}", "{\"b\":[{},[1]]}", "3", "\"x,]\""});
  CHECK_FALSE(read.broken);
}

TEST_CASE("an empty list and a comma behind the last element are let pass") {
  CHECK(readAll("[]").texts.empty());
  CHECK_FALSE(readAll("[ ]").broken);
  const auto read = readAll("[{},\n]");
  CHECK(read.texts.size() == 1);
  CHECK_FALSE(read.broken);
}

TEST_CASE("elements larger than the window are read whole") {
  const std::string large = "{\"a\":\"" + std::string(9'000'000, 'x') + "\\\"\"}";
  const auto read = readAll("[{}," + large + ",{}]");
  REQUIRE(read.texts.size() == 3);
  CHECK(read.texts[1] == large);
}

TEST_CASE("where a file is broken is told, and what stood before is given") {
  const auto at = [](const std::string& content, std::size_t rows, std::int64_t byte) {
    CAPTURE(content);
    const auto read = readAll(content);
    CHECK(read.texts.size() == rows);
    REQUIRE(read.broken);
    CHECK(read.broken->row == static_cast<std::int64_t>(rows));
    CHECK(read.broken->byte == byte);
  };
  at("[{},{\"a\":\"b", 1, 4);       // cut inside of a record
  at("[{},{}", 2, 6);               // cut behind one
  at("[{} {}]", 1, 4);              // a comma is lost
  at("[{},}]", 1, 4);               // a bracket too many
  at("[{},{}] and more", 2, 8);     // something behind the end
  at("[{},{\"a\":\"b},{}]", 1, 4);  // a lost quote takes the rest with it
}

TEST_CASE("what does not begin as a list is refused at once") {
  CHECK_THROWS_AS(readAll(""), Error);
  CHECK_THROWS_AS(readAll("{\"a\":1}"), Error);
  CHECK_THROWS_AS(JsonArrayStream("/nowhere/at/all.json"), Error);
}

TEST_CASE("reading goes on behind any element") {
  TemporaryFolder folder;
  writeFileAtomically(folder / "a.json", "[{\"n\":0}, {\"n\":1} ,{\"n\":2}]");
  JsonArrayStream first(folder / "a.json");
  for (int taken = 1; first.next(); ++taken) {
    JsonArrayStream rest(folder / "a.json", first.byte(), first.row());
    int row = taken;
    while (const auto element = rest.next()) {
      CHECK(element->row == row);
      CHECK(element->text == "{\"n\":" + std::to_string(row) + "}");
      ++row;
    }
    CHECK(row == 3);
    CHECK_FALSE(rest.broken());
  }
}

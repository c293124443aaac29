// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <fstream>

#include "base/content_hash.h"
#include "base/error.h"
#include "base/files.h"
#include "base/json.h"
#include "support/temporary_folder.h"

using mia::Error;
using mia::ErrorKind;

namespace {

ErrorKind kindOf(const auto& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.kind();
  }
  return ErrorKind::kInternal;
}

void writePlainly(const std::filesystem::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("what was written is read back, whole, and replaced in one step") {
  const mia::TemporaryFolder folder;
  const std::string bytes(200000, '\0');
  mia::writeFileAtomically(folder / "a", bytes);
  CHECK(mia::readFile(folder / "a") == bytes);
  mia::writeFileAtomically(folder / "a", "");
  CHECK(mia::readFile(folder / "a").empty());
  // Nothing stays beside it.
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a file that is not there, and a folder, are told apart from an empty file") {
  const mia::TemporaryFolder folder;
  CHECK(kindOf([&] { mia::readFile(folder / "none"); }) == ErrorKind::kNotFound);
  CHECK(kindOf([&] { mia::readFile(folder.path()); }) == ErrorKind::kIo);
  CHECK(kindOf([&] { mia::writeFileAtomically(folder / "no/folder", "x"); }) ==
        ErrorKind::kNotFound);
}

TEST_CASE("a line that a crash left half is cut off before the next one") {
  const mia::TemporaryFolder folder;
  writePlainly(folder / "lines", "one\ntwo\nhal");
  mia::LineAppender(folder / "lines").append("three");
  CHECK(mia::readFile(folder / "lines") == "one\ntwo\nthree\n");

  // The same when the half line is longer than the block that is read at once.
  writePlainly(folder / "lines", "one\n" + std::string(10000, 'x'));
  mia::LineAppender(folder / "lines").append("two");
  CHECK(mia::readFile(folder / "lines") == "one\ntwo\n");
}

TEST_CASE("a content hash is XXH3-128, of bytes and of files alike") {
  // The published test vector of the empty input.
  CHECK(mia::contentHash("") == "99aa06d3014798d86001c324468d497f");
  const mia::TemporaryFolder folder;
  const std::string bytes(3000000, 'm');
  writePlainly(folder / "a", bytes);
  CHECK(mia::contentHashOfFile(folder / "a") == mia::contentHash(bytes));
  CHECK(mia::contentHash("m") != mia::contentHash("n"));
  CHECK(kindOf([&] { mia::contentHashOfFile(folder / "none"); }) == ErrorKind::kNotFound);
}

TEST_CASE("JSON that is wrong is told with place and field") {
  CHECK_THROWS_WITH_AS(mia::parseJson("{\"a\": }", "x.json"),
                       doctest::Contains("x.json is not valid JSON at byte 7"), Error);
  const mia::Json object = mia::parseJson(R"({"text": "a", "null": null})", "x.json");
  CHECK(mia::require<std::string>(object, "text", "x.json") == "a");
  CHECK_THROWS_WITH_AS(mia::require<int>(object, "number", "x.json"),
                       "x.json has no field \"number\"", Error);
  CHECK_THROWS_WITH_AS(mia::require<int>(object, "text", "x.json"),
                       "x.json: the field \"text\" has the wrong type", Error);
  CHECK(mia::valueOr(object, "number", 7, "x.json") == 7);
  CHECK(mia::valueOr(object, "null", 7, "x.json") == 7);
}

TEST_CASE("every kind of error has its documented exit code") {
  CHECK(mia::exitCode(ErrorKind::kUsage) == 2);
  CHECK(mia::exitCode(ErrorKind::kStopped) == 130);
  CHECK(mia::exitCode(ErrorKind::kInternal) == 70);
}

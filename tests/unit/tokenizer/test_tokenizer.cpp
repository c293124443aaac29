// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenizer/tokenizer.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "base/error.h"
#include "base/files.h"
#include "support/temporary_folder.h"

namespace {

using mia::Json;
using mia::tokenizer::Tokenizer;
namespace fs = std::filesystem;

const fs::path kData = fs::path(MIA_TEST_DATA) / "tokenizer";

// A model folder with these files, beside tokenizer.model unless they bring a tokenizer.json.
Tokenizer loadWith(const fs::path& model, const Json& files) {
  const mia::TemporaryFolder folder;
  if (!files.contains("tokenizer.json")) fs::copy_file(model, folder / "tokenizer.model");
  for (const auto& [name, content] : files.items()) {
    mia::writeFileAtomically(folder / name, content.dump());
  }
  return Tokenizer::load(folder.path());
}

// Every case of a goldens.json, made by transformers.
void checkGoldens(const fs::path& folder) {
  for (const Json& golden : mia::readJsonFile(folder / "goldens.json")) {
    CAPTURE(golden["name"].get<std::string>());
    const Tokenizer tokenizer = loadWith(folder / "tokenizer.model", golden["files"]);
    for (const Json& expected : golden["cases"]) {
      CAPTURE(expected["text"].get<std::string>());
      const auto ids = expected["ids"].get<std::vector<int>>();
      CHECK(tokenizer.encode(expected["text"].get<std::string>()) == ids);
      CHECK(tokenizer.decode(ids) == expected["decoded"].get<std::string>());
      CHECK(tokenizer.decode(ids, true) == expected["decoded_with_special"].get<std::string>());
    }
  }
}

Json llavaFiles() { return mia::readJsonFile(kData / "goldens.json")[1]["files"]; }

}  // namespace

TEST_CASE("ids and text are those of transformers") { checkGoldens(kData); }

// tests/README.md tells how the goldens of a real model are made; they are too large to keep.
TEST_CASE("the same for a real vocabulary of 32,000 pieces" *
          doctest::skip(std::getenv("MIA_TOKENIZER_GOLDENS") == nullptr)) {
  checkGoldens(std::getenv("MIA_TOKENIZER_GOLDENS"));
}

TEST_CASE("the ids that the configuration names") {
  const Tokenizer tokenizer = loadWith(kData / "tokenizer.model", llavaFiles());
  CHECK(tokenizer.bosId() == 1);
  CHECK(tokenizer.eosId() == 2);
  CHECK(tokenizer.piece(tokenizer.imageId()) == "<image>");
  CHECK(tokenizer.piece(tokenizer.padId()) == "<pad>");
  CHECK(tokenizer.isSpecial(tokenizer.imageId()));
  CHECK_FALSE(tokenizer.isSpecial(tokenizer.size() - 1));  // <ocr>
}

TEST_CASE("an answer continues the prompt: together they are the ids of the whole text") {
  const Tokenizer tokenizer = loadWith(kData / "tokenizer.model", llavaFiles());
  const std::string prompt = "USER: <image>\nWhat is it? ASSISTANT:";
  const std::string answer = "a red ring at the top left";
  std::vector<int> ids = tokenizer.encode(prompt);
  for (const int id : tokenizer.encodeAnswer(answer)) ids.push_back(id);
  std::vector<int> whole = tokenizer.encode(prompt + " " + answer);
  whole.push_back(tokenizer.eosId());
  CHECK(ids == whole);
}

TEST_CASE("the pieces of an answer, strung together, read as the answer") {
  const Tokenizer tokenizer = loadWith(kData / "tokenizer.model", llavaFiles());
  std::string text;
  for (const int id : tokenizer.encodeContinuation(" the object\nis red"))
    text += tokenizer.piece(id);
  CHECK(text == " the object\nis red");
  CHECK(tokenizer.piece(3 + 0xe4) == "<0xE4>");
}

TEST_CASE("bytes that make no character are shown as such, never dropped") {
  const Tokenizer tokenizer = loadWith(kData / "tokenizer.model", llavaFiles());
  const std::vector<int> half = {3 + 0xe4, 3 + 0xb8};  // two of the three bytes of a character
  CHECK(tokenizer.decode(half) == "\xef\xbf\xbd\xef\xbf\xbd");
}

TEST_CASE(
    "without <image> in the vocabulary an image is a sentinel and text behind it begins anew") {
  const mia::TemporaryFolder folder;
  fs::copy_file(kData / "tokenizer.model", folder / "tokenizer.model");
  const Tokenizer tokenizer = Tokenizer::load(folder.path());
  const std::vector<int> ids = tokenizer.encode("<image>\n");
  REQUIRE(ids.size() == 3);
  CHECK(ids[0] == Tokenizer::kImageSentinel);
  CHECK(tokenizer.piece(ids[1]) == " ");
  CHECK(tokenizer.piece(ids[2]) == "\n");
}

TEST_CASE("what is wrong is said with the name of the file") {
  const mia::TemporaryFolder folder;
  CHECK_THROWS_WITH_AS(Tokenizer::load(folder.path()), doctest::Contains("tokenizer.model"),
                       mia::Error);
  mia::writeFileAtomically(folder / "tokenizer.model", "not a model");
  CHECK_THROWS_WITH_AS(Tokenizer::load(folder.path()),
                       doctest::Contains("not a SentencePiece model"), mia::Error);
  const Tokenizer tokenizer = loadWith(kData / "tokenizer.model", llavaFiles());
  const std::vector<int> outside = {tokenizer.size()};
  CHECK_THROWS_WITH_AS(tokenizer.decode(outside), doctest::Contains("outside the vocabulary"),
                       mia::Error);
}

TEST_CASE("a tokenizer.json of another kind is refused with the reason") {
  const mia::TemporaryFolder folder;
  mia::writeFileAtomically(folder / "tokenizer.json", R"({"model": {"type": "Unigram"}})");
  CHECK_THROWS_WITH_AS(Tokenizer::load(folder.path()), doctest::Contains("its model is not BPE"),
                       mia::Error);
}

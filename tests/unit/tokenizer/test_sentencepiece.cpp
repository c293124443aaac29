// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenizer/sentencepiece.h"

#include <doctest/doctest.h>

#include "base/error.h"
#include "base/files.h"
#include "support/temporary_folder.h"
#include "tokenizer/tokenizer.h"

using namespace mia::tokenizer;

namespace {

const std::vector<std::string> kSentences = {"in image 1 , what is the color of the object ?",
                                             "a red ring at the top left on a gray background",
                                             "the object is a blue star at the bottom right",
                                             "for the central image , where is the object ?"};

}  // namespace

TEST_CASE("a trained vocabulary is small, loads, and writes every text back") {
  const mia::TemporaryFolder folder;
  trainSentencePiece({.vocabSize = 400}, kSentences, folder / "tokenizer.model");
  const Tokenizer tokenizer = Tokenizer::load(folder.path());
  CHECK(tokenizer.size() <= 400);
  for (const std::string& sentence : kSentences) {
    const auto ids = tokenizer.encode(sentence);
    CHECK(ids.size() < sentence.size() / 2);
    CHECK(tokenizer.decode(ids) == sentence);
  }
  CHECK(tokenizer.decode(tokenizer.encode("世界 🙂")) == "世界 🙂");  // by bytes
}

TEST_CASE("digits are tokens of their own") {
  const mia::TemporaryFolder folder;
  trainSentencePiece({.vocabSize = 400}, {"12 12 12 12 12", "image 12 image 12"},
                     folder / "tokenizer.model");
  const Tokenizer tokenizer = Tokenizer::load(folder.path());
  CHECK(tokenizer.piece(tokenizer.encode("12").back()) == "2");
}

TEST_CASE("the same text gives the same model, byte for byte") {
  const mia::TemporaryFolder folder;
  trainSentencePiece({}, kSentences, folder / "a.model");
  trainSentencePiece({}, kSentences, folder / "b.model");
  CHECK(mia::readFile(folder / "a.model") == mia::readFile(folder / "b.model"));
}

TEST_CASE("a vocabulary too small for its alphabet is refused") {
  const mia::TemporaryFolder folder;
  CHECK_THROWS_AS(trainSentencePiece({.vocabSize = 20}, kSentences, folder / "tokenizer.model"),
                  mia::Error);
  CHECK_FALSE(std::filesystem::exists(folder / "tokenizer.model"));
}

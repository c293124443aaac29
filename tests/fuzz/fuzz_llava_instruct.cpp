// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <cstdlib>

#include "base/error.h"
#include "base/files.h"
#include "base/random.h"
#include "exchange/llava_instruct.h"
#include "support/temporary_folder.h"

using namespace mia;
using exchange::LlavaInstructReader;

namespace {

// Iterations of one run, and where they start: MIA_FUZZ_RUNS and MIA_FUZZ_SEED ask for more.
std::uint64_t fromEnvironment(const char* name, std::uint64_t fallback) {
  const char* text = std::getenv(name);
  return text == nullptr ? fallback : std::strtoull(text, nullptr, 10);
}

const std::string kSound =
    R"([{"id":"1","image":"a.jpg","conversations":[{"from":"human","value":"<image>\nWhat \"is\"?"},)"
    R"({"from":"gpt","value":"A hen \u00e9\\ {x} [y]."}]},)"
    "\n"
    R"({"id":2,"image":["b.jpg"],"conversations":[{"from":"human","value":"<image-placeholder>Q"},)"
    R"({"from":"gpt","value":"A"},{"from":"human","value":"R"},{"from":"gpt","value":"B"}],},)"
    R"({"id":"3","conversations":[{"from":"human","value":"Hi"},{"from":"gpt","value":"Ho"}]}])";

const std::vector<std::string> kPieces = {"\"",
                                          "\\",
                                          "{",
                                          "}",
                                          "[",
                                          "]",
                                          ",",
                                          ":",
                                          "\\\"",
                                          "[]",
                                          "{}",
                                          "null",
                                          "<image>",
                                          "\\u0000",
                                          "\\ud800",
                                          "\xff",
                                          "\xEF\xBB\xBF",
                                          "1e9",
                                          "\"conversations\":",
                                          "\"from\":\"gpt\"",
                                          "]}]",
                                          std::string(1, '\0')};

std::string mutated(Random& random) {
  std::string text = kSound;
  for (std::uint64_t edits = 1 + random.below(6); edits > 0; --edits) {
    const auto at = static_cast<std::size_t>(random.below(text.size() + 1));
    const auto length = static_cast<std::size_t>(random.below(40));
    switch (random.below(5)) {
      case 0: text.erase(at, length); break;
      case 1: text.insert(at, kPieces[random.below(kPieces.size())]); break;
      case 2:
        text.insert(at,
                    text.substr(static_cast<std::size_t>(random.below(text.size() + 1)), length));
        break;
      case 3:
        if (at < text.size()) text[at] = static_cast<char>(random.below(256));
        break;
      default:
        if (random.below(4) == 0) text.resize(at);
    }
    if (text.empty()) text = "[";
  }
  return text;
}

struct Outcome {
  std::vector<exchange::LlavaRecord> records;
  std::optional<exchange::JsonArrayStream::Break> broken;
};

Outcome readAll(const std::filesystem::path& file, std::int64_t byte = 0, std::int64_t row = 0) {
  LlavaInstructReader reader(file, byte, row);
  Outcome outcome;
  while (auto record = reader.next()) outcome.records.push_back(std::move(*record));
  outcome.broken = reader.broken();
  return outcome;
}

// Rows count on without a gap, a row is whole or has a problem in words, and places lie in the
// file.
void checkOutcome(const Outcome& outcome, std::size_t size) {
  std::int64_t row = 0, byte = 0;
  for (const auto& record : outcome.records) {
    REQUIRE(record.row == row++);
    REQUIRE(record.byte > byte);
    byte = record.byte;
    if (record.problem) {
      REQUIRE_FALSE(record.problem->words.empty());
      continue;
    }
    REQUIRE_FALSE(record.image.empty());
    REQUIRE_FALSE(record.turns.empty());
    for (const Turn& turn : record.turns) {
      REQUIRE_FALSE(turn.question.empty());
      REQUIRE(turn.question.find("<image>") == std::string::npos);
    }
  }
  REQUIRE(byte <= static_cast<std::int64_t>(size));
  if (outcome.broken) {
    REQUIRE(outcome.broken->row == row);
    REQUIRE(outcome.broken->byte >= byte);
    REQUIRE(outcome.broken->byte <= static_cast<std::int64_t>(size));
  }
}

// Reading that goes on behind any row meets the same rest: what resuming an import relies on.
void checkResuming(const Outcome& whole, const std::filesystem::path& file, Random& random) {
  if (whole.records.empty()) return;
  const auto taken = static_cast<std::size_t>(random.below(whole.records.size()));
  const auto rest = readAll(file, whole.records[taken].byte, whole.records[taken].row + 1);
  REQUIRE(rest.records.size() == whole.records.size() - taken - 1);
  REQUIRE(rest.broken.has_value() == whole.broken.has_value());
  for (std::size_t i = 0; i < rest.records.size(); ++i) {
    REQUIRE(rest.records[i].byte == whole.records[taken + 1 + i].byte);
    REQUIRE(rest.records[i].problem.has_value() ==
            whole.records[taken + 1 + i].problem.has_value());
  }
}

}  // namespace

TEST_CASE("whatever stands in a LLaVA-instruct file, every row is accounted for") {
  const std::uint64_t runs = fromEnvironment("MIA_FUZZ_RUNS", 3000);
  const std::uint64_t seed = fromEnvironment("MIA_FUZZ_SEED", 1);
  TemporaryFolder folder;
  std::uint64_t refused = 0;
  for (std::uint64_t run = 0; run < runs; ++run) {
    Random random = Random::stream(seed, "fuzz llava", run);
    const std::string text = mutated(random);
    CAPTURE(run);
    CAPTURE(text);
    writeFileAtomically(folder / "a.json", text);
    try {
      const Outcome outcome = readAll(folder / "a.json");
      checkOutcome(outcome, text.size());
      checkResuming(outcome, folder / "a.json", random);
    } catch (const Error& e) {
      REQUIRE(e.kind() == ErrorKind::kBadInput);  // it does not begin as a list
      ++refused;
    }
  }
  CHECK(refused < runs / 2);
}

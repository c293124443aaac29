// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <fstream>

#include "base/json.h"
#include "run/answers.h"
#include "support/temporary_folder.h"

using namespace mia;

namespace {

run::Answer anAnswer(std::int64_t sample) {
  run::Answer answer;
  answer.candidate.sample = SampleId{sample};
  answer.candidate.text = "it is red";
  answer.candidate.tokenIds = {5, 6, 2};
  answer.candidate.tokens = {"it", " is red", "</s>"};
  answer.candidate.logProbs = {-0.5f, -0.25f, -0.125f};
  answer.candidate.attention = {{2, {0.25, 0.5}, 0.25, {{0.25f, 0.5f}}, 0.75}};
  answer.maps = {{2, 0, 1, 2, {1.5f, 0.5f}}};
  return answer;
}

std::vector<run::Answer> readAll(const TemporaryFolder& folder) {
  std::vector<run::Answer> answers;
  run::readAnswers(folder / "a.jsonl", folder / "a.bin", true,
                   [&](run::Answer&& answer) { answers.push_back(std::move(answer)); });
  return answers;
}

}  // namespace

TEST_CASE("an answer comes back as it was written") {
  TemporaryFolder folder;
  run::AnswerWriter(folder / "a.jsonl", folder / "a.bin").write(anAnswer(7));
  const auto answers = readAll(folder);
  REQUIRE(answers.size() == 1);
  CHECK(answers[0].candidate.sample.value == 7);
  CHECK(answers[0].candidate.tokens == anAnswer(7).candidate.tokens);
  CHECK(answers[0].candidate.attention[0].shares == std::vector<double>{0.25, 0.5});
  CHECK(answers[0].maps[0].values == std::vector<float>{1.5f, 0.5f});
}

TEST_CASE("what a crash left behind the last whole answer is cut when writing goes on") {
  TemporaryFolder folder;
  run::AnswerWriter(folder / "a.jsonl", folder / "a.bin").write(anAnswer(1));
  std::ofstream(folder / "a.jsonl", std::ios::app) << R"({"arm":"","sam)";
  std::ofstream(folder / "a.bin", std::ios::app) << "rubbish";
  CHECK(readAll(folder).size() == 1);
  run::AnswerWriter(folder / "a.jsonl", folder / "a.bin").write(anAnswer(2));
  const auto answers = readAll(folder);
  REQUIRE(answers.size() == 2);
  CHECK(answers[1].candidate.sample.value == 2);
  CHECK(answers[1].maps[0].values == std::vector<float>{1.5f, 0.5f});
}

TEST_CASE("a run cut at any byte goes on with nothing twice and nothing lost") {
  TemporaryFolder folder;
  const auto file = folder / "a.jsonl";
  const auto writeFrom = [&](const run::AnsweredSamples& done) {
    run::AnswerWriter writer(file, folder / "a.bin");
    for (std::int64_t sample = 1; sample <= 3; ++sample) {
      if (done.contains({"", sample})) continue;
      for (int index = 0; index < 2; ++index) {
        run::Answer answer = anAnswer(sample);
        answer.candidate.index = index;
        writer.write(answer);
      }
    }
  };
  writeFrom({});
  const std::string whole = readFile(file);
  const std::string maps = readFile(folder / "a.bin");
  for (std::size_t cut = 0; cut < whole.size(); cut += 37) {
    std::ofstream(file, std::ios::binary) << whole.substr(0, cut);
    std::ofstream(folder / "a.bin", std::ios::binary) << maps;
    writeFrom(run::keepWholeSamples(file, 2));
    CHECK(readFile(file) == whole);
    CHECK(readFile(folder / "a.bin") == maps);
  }
  CHECK(run::keepWholeSamples(file, 2).size() == 3);
}

TEST_CASE("answers of another configuration are refused, not mended") {
  TemporaryFolder folder;
  run::AnswerWriter writer(folder / "a.jsonl", folder / "a.bin");
  for (const std::int64_t sample : {1, 2, 2}) writer.write(anAnswer(sample));
  CHECK_THROWS_AS(run::keepWholeSamples(folder / "a.jsonl", 2), Error);
  CHECK_THROWS_AS(run::keepWholeSamples(folder / "a.jsonl", 1), Error);
}

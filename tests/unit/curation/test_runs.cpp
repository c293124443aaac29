// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "curation/evaluate.h"
#include "curation/generate.h"
#include "curation/select.h"
#include "curation/train.h"
#include "storage/candidates.h"
#include "storage/marks.h"
#include "storage/selections.h"
#include "unit/curation/small_project.h"

using namespace mia;
using namespace mia::curation;

namespace {

// One answer a sample.
GenerateRequest requestOf(const SmallProject& small) {
  GenerateRequest request{.model = small.model()};
  request.config.samples = 0;
  return request;
}

PreparedRun generate(SmallProject& small) {
  auto prepared = prepareGenerate(small.project, requestOf(small));
  REQUIRE(prepared);
  return *prepared;
}

// Sample 0's answer is wrong and looked elsewhere, sample 1's is wrong and looked at the target,
// sample 2's is right.
void answerAll(SmallProject& small, const run::RunDirectory& run) {
  small.answer(run, "", [](const Sample& sample) {
    if (sample.answer == "it is red") return SmallProject::candidate("it is green", 0.2);
    if (sample.answer == "it is green") return SmallProject::candidate("it is blue", 0.95);
    return SmallProject::candidate(sample.answer, 0.9);
  });
  small.finish(run);
}

SelectionSummary generateAndSelect(SmallProject& small, const selection::Rule& rule = {}) {
  const PreparedRun prepared = generate(small);
  answerAll(small, prepared.run);
  ingest(small.project, prepared.run, {});
  return select(small.project, {rule, {}}, {});
}

}  // namespace

TEST_CASE("generate asks for training samples that have no answers, once") {
  SmallProject small;
  const PreparedRun first = generate(small);
  CHECK(first.samples == 3);
  CHECK_FALSE(first.resumed);
  SUBCASE("an unfinished run goes on") {
    const PreparedRun again = generate(small);
    CHECK(again.resumed);
    CHECK(again.run.manifest().id == first.run.manifest().id);
  }
  SUBCASE("answered samples are not asked again, unless the config differs") {
    answerAll(small, first.run);
    ingest(small.project, first.run, {});
    CHECK_FALSE(prepareGenerate(small.project, requestOf(small)));
    GenerateRequest other = requestOf(small);
    other.config.samples = 2;
    CHECK(prepareGenerate(small.project, other)->samples == 3);
  }
  SUBCASE("a finished run that was not taken in whole is taken in, not answered again") {
    answerAll(small, first.run);
    const PreparedRun again = generate(small);
    CHECK(again.finished);
    CHECK(again.run.manifest().id == first.run.manifest().id);
  }
  SUBCASE("another model's answers do not count") {
    answerAll(small, first.run);
    ingest(small.project, first.run, {});
    std::ofstream(small.model() / "config.json") << R"({"changed": true})";
    CHECK(generate(small).samples == 3);
  }
}

TEST_CASE("ingest takes every answer once, also when it is called in between") {
  SmallProject small;
  const PreparedRun prepared = generate(small);
  CHECK(ingest(small.project, prepared.run, {}).answers == 0);
  answerAll(small, prepared.run);
  CHECK(ingest(small.project, prepared.run, {}).added == 3);
  CHECK(ingest(small.project, prepared.run, {}).added == 0);
  CHECK(storage::CandidateReader(small.project.database()).count() == 3);
}

TEST_CASE("select keeps every answer with its verdict") {
  SmallProject small;
  const SelectionSummary summary = generateAndSelect(small);
  CHECK(summary.candidates == 3);
  CHECK(summary.selected == 1);
  CHECK(summary.byRule == std::map<std::string, std::int64_t>{
                              {"attention", 1}, {"looked-at-target", 1}, {"not-wrong", 1}});
  CHECK(summary.byLayout.at({LayoutKind::kSequence, 2}) ==
        std::pair<std::int64_t, std::int64_t>{1, 3});
  storage::SelectionReader reader(small.project.database());
  CHECK(reader.countPairs({.selection = summary.id}) == 3);
}

TEST_CASE("the controls: any wrong answer, and the answer to another image") {
  SmallProject small;
  selection::Rule rule;
  rule.criterion = selection::Criterion::kAnyWrong;
  CHECK(generateAndSelect(small, rule).selected == 2);
  rule.criterion = selection::Criterion::kDistractor;
  const SelectionSummary summary = select(small.project, {rule, {}}, {});
  CHECK(summary.selected == 3);
  storage::SelectionReader(small.project.database())
      .forEachPair({.selection = summary.id}, [](Pair&& pair) {
        // Image 1 of the sample is the next colour's: red -> green -> blue -> red.
        if (pair.chosen == "it is red") CHECK(pair.rejected == "it is green");
        CHECK(pair.rejected != pair.chosen);
      });
}

TEST_CASE("a draw of pairs is the same for the same seed and leaves the rest as near misses") {
  SmallProject small;
  selection::Rule rule;
  rule.criterion = selection::Criterion::kAnyWrong;
  rule.maxPairs = 1;
  const SelectionSummary summary = generateAndSelect(small, rule);
  CHECK(summary.selected == 1);
  CHECK(summary.byRule.at("not-drawn") == 1);
  const auto drawn = [&](SelectionId id) {
    std::vector<Pair> pairs = storage::SelectionReader(small.project.database())
                                  .page({.selection = id, .status = PairStatus::kSelected}, {}, 10);
    return pairs.at(0).candidate;
  };
  CHECK(drawn(summary.id) == drawn(select(small.project, {rule, {}}, {}).id));
}

TEST_CASE("select without answers says what to do") {
  SmallProject small;
  CHECK_THROWS_WITH_AS(
      select(small.project, {}, {}),
      "There are no answers to training samples to select from. Run `mia generate` first", Error);
}

TEST_CASE("train gets the selected pairs with their samples and goes on with the same work") {
  SmallProject small;
  CHECK_THROWS_AS(prepareTrain(small.project, {.model = small.model()}), Error);
  generateAndSelect(small);
  const PreparedRun prepared = prepareTrain(small.project, {.model = small.model()});
  CHECK(prepared.pairs == 1);
  const run::Bundle bundle = run::readBundle(prepared.run.bundle());
  CHECK(bundle.pairs[0].chosen == "it is red");
  CHECK(bundle.pairs[0].rejected == "it is green");
  CHECK(bundle.samples[bundle.pairs[0].sample].sample.answer == "it is red");
  CHECK(prepareTrain(small.project, {.model = small.model()}).resumed);
  small.finish(prepared.run);
  CHECK(prepareTrain(small.project, {.model = small.model()}).finished);
  TrainRequest other{.model = small.model()};
  other.config.seed = 43;
  const PreparedRun another = prepareTrain(small.project, other);
  CHECK_FALSE(another.resumed);
  // The run tells what it learned from: the newest selection by its number.
  const auto source = trainSource(run::RunDirectory::open(another.run.folder()).manifest());
  REQUIRE(source);
  CHECK(source->selection == SelectionId{1});
  CHECK(source->pairs == PairSource::kAutomatic);
  CHECK_FALSE(source->review);
}

namespace {

EvaluateRequest beforeAndAfter(SmallProject& small) {
  std::filesystem::create_directories(small.folder / "adapter");
  std::ofstream(small.folder / "adapter" / "adapter_config.json") << "{}";
  return {.model = small.model(),
          .arms = {{"before", ""}, {"after", (small.folder / "adapter").string()}}};
}

}  // namespace

TEST_CASE("an evaluation counts what got better and worse on the same samples") {
  SmallProject small;
  const EvaluateRequest request = beforeAndAfter(small);
  const PreparedRun prepared = prepareEvaluate(small.project, request);
  CHECK(prepared.samples == 3);
  small.answer(prepared.run, "before", [](const Sample& s) {
    return SmallProject::candidate(s.answer == "it is red" ? "It is red." : "no", 0.5);
  });
  small.answer(prepared.run, "after", [](const Sample& s) {
    return SmallProject::candidate(s.answer == "it is blue" ? "no" : s.answer, 0.5);
  });
  const auto comparisons = compareArms(prepared.run);
  REQUIRE(comparisons.size() == 1);
  const auto& counts = comparisons[0].rows.back().counts;
  CHECK(comparisons[0].rows.back().group == "all multi-image");
  CHECK(counts.both == 1);
  CHECK(counts.onlyAfter == 1);
  CHECK(counts.neither == 1);
  const auto behind = samplesBehind(comparisons[0], comparisons[0].rows.back());
  REQUIRE(behind.size() == 3);
  const auto sample = [&](std::size_t i) { return comparisons[0].samples[behind[i]]; };
  CHECK(sample(0).change == Change::kBetter);
  CHECK(sample(0).truth == "it is green");
  CHECK(sample(0).question == "In Image2, color?");
  CHECK(sample(0).before == "no");
  CHECK(sample(1).change == Change::kBothRight);
  CHECK(sample(2).change == Change::kBothWrong);
  CHECK(samplesBehind(comparisons[0], comparisons[0].rows[0], Change::kBothWrong).size() == 1);
  SUBCASE("by the strings alone the answer that differs in its case is wrong too") {
    const auto strict = compareArms(prepared.run, WrongRule::kString);
    CHECK(strict[0].rows.back().counts.onlyAfter == 2);
  }
}

TEST_CASE("an evaluation of so many samples asks the same ones each time") {
  SmallProject small;
  EvaluateRequest request = beforeAndAfter(small);
  request.limit = 2;
  const PreparedRun first = prepareEvaluate(small.project, request);
  CHECK(first.samples == 2);
  CHECK(prepareEvaluate(small.project, request).run.manifest().id == first.run.manifest().id);
  request.limit = 1000;
  CHECK(prepareEvaluate(small.project, request).samples == 3);
}

TEST_CASE("the evaluations of a project are told with how they stand, newest first") {
  SmallProject small;
  const auto folder = small.project.folder();
  CHECK(evaluations(folder).empty());
  CHECK_THROWS_AS(findEvaluation(folder, ""), Error);
  EvaluateRequest request = beforeAndAfter(small);
  const PreparedRun done = prepareEvaluate(small.project, request);
  small.finish(done.run);
  request.limit = 1;
  const PreparedRun failed = prepareEvaluate(small.project, request);
  run::EventLog events(failed.run.events());
  events.write("started", {{"pid", 1}});
  events.write("progress", {{"what", "evaluate"}, {"done", 1}, {"total", 2}, {"unit", "samples"}});
  events.write("failed", {{"kind", "resource"}, {"words", "out of memory"}});
  const auto all = evaluations(folder);
  REQUIRE(all.size() == 2);
  CHECK(all[0].state == run::RunState::kFailed);
  CHECK(all[0].problem == "out of memory");
  CHECK(all[0].progress.done == 1);
  CHECK(all[0].samples == 1);
  CHECK(all[1].state == run::RunState::kFinished);
  CHECK(findEvaluation(folder, "").manifest().id == done.run.manifest().id);
  CHECK(findEvaluation(folder, failed.run.manifest().id).manifest().id == failed.run.manifest().id);
  CHECK(trainingOf(folder, request.arms[1]).empty());
}

TEST_CASE("what is excluded is neither answered nor selected") {
  SmallProject small;
  const PreparedRun prepared = generate(small);
  answerAll(small, prepared.run);
  ingest(small.project, prepared.run, {});
  storage::MarkWriter marks(small.project.database());
  SUBCASE("a sample") {
    const SampleId first = storage::SampleReader(small.project.database()).ids().at(0);
    marks.setExcluded(storage::Marked::kSample, {first.value}, true);
    CHECK(select(small.project, {}, {}).candidates == 2);
    GenerateRequest other{.model = small.model()};
    other.config.samples = 2;
    CHECK(prepareGenerate(small.project, other)->samples == 2);
  }
  SUBCASE("an image takes the samples along that use it") {
    // Each image is the target of one training sample and a distractor of another.
    marks.setExcluded(storage::Marked::kImage, {1}, true);
    CHECK(select(small.project, {}, {}).candidates == 1);
  }
}

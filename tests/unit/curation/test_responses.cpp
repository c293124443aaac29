// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/responses.h"

#include <doctest/doctest.h>

#include "curation/evaluate.h"
#include "curation/generate.h"
#include "curation/select.h"
#include "unit/curation/small_project.h"

using namespace mia;
using namespace mia::curation;

namespace {

/// Training samples 1, 3 and 5: the answer to the first is wrong and looked elsewhere, to the
/// second wrong and looked at the target, to the third right.
void answerTraining(SmallProject& small) {
  const auto prepared = prepareGenerate(small.project, {.model = small.model()});
  REQUIRE(prepared);
  small.answer(prepared->run, "", [](const Sample& sample) {
    if (sample.answer == "it is red") return SmallProject::candidate("it is green", 0.2);
    if (sample.answer == "it is green") return SmallProject::candidate("it is blue", 0.95);
    return SmallProject::candidate(sample.answer, 0.9);
  });
  small.finish(prepared->run);
  ingest(small.project, prepared->run, {});
}

/// Held-out samples 2, 4 and 6: training puts the first right and spoils the last.
void answerHeldOut(SmallProject& small) {
  std::filesystem::create_directories(small.folder / "adapter");
  std::ofstream(small.folder / "adapter" / "adapter_config.json") << "{}";
  const PreparedRun prepared = prepareEvaluate(
      small.project, {.model = small.model(),
                      .arms = {{"before", ""}, {"after", (small.folder / "adapter").string()}}});
  small.answer(prepared.run, "before", [](const Sample& s) {
    return SmallProject::candidate(s.answer == "it is blue" ? s.answer : "no", 0.3);
  });
  small.answer(prepared.run, "after", [](const Sample& s) {
    return SmallProject::candidate(s.answer == "it is red" ? s.answer : "no", 0.5);
  });
  small.finish(prepared.run);
  ingest(small.project, prepared.run, {});
}

std::vector<std::int64_t> found(Browser& browser, const ResponseQuery& query) {
  return findResponses(browser, query);
}

}  // namespace

TEST_CASE("answered samples are found by what came of their answers") {
  SmallProject small;
  answerTraining(small);
  select(small.project, {{}, {}}, {});
  answerHeldOut(small);
  Browser browser(small.folder / "project");
  CHECK(found(browser, {}) == std::vector<std::int64_t>{1, 2, 3, 4, 5, 6});
  CHECK(found(browser, {.outcome = ResponseOutcome::kPair}) == std::vector<std::int64_t>{1});
  CHECK(found(browser, {.outcome = ResponseOutcome::kLookedAtTarget}) ==
        std::vector<std::int64_t>{3});
  CHECK(found(browser, {.outcome = ResponseOutcome::kRight}) == std::vector<std::int64_t>{5});
  CHECK(found(browser, {.outcome = ResponseOutcome::kBetter}) == std::vector<std::int64_t>{2});
  CHECK(found(browser, {.outcome = ResponseOutcome::kWorse}) == std::vector<std::int64_t>{6});
  CHECK(found(browser, {.layout = LayoutKind::kGrid}).empty());
  CHECK(found(browser, {.text = "color? red"}) == std::vector<std::int64_t>{1, 2});
  CHECK(found(browser, {.text = "100%"}).empty());

  const auto items = responseItems(browser, {2, 99, 1});
  REQUIRE(items.size() == 2);
  CHECK(items[0].answers == 2);
  CHECK_FALSE(items[0].hasPair);
  CHECK(items[1].hasPair);
  CHECK(items[1].question == "color?");
}

TEST_CASE("a sample's answers tell who gave them and what the rule says") {
  SmallProject small;
  answerTraining(small);
  answerHeldOut(small);
  Browser browser(small.folder / "project");

  SUBCASE("before a selection the paper's rule judges") {
    const SampleResponses all = sampleResponses(browser, SampleId{1});
    REQUIRE(all.responses.size() == 1);
    CHECK(all.threshold == 0.8);
    CHECK(all.firstLayer == -1);
    CHECK_FALSE(all.responses[0].isRejected);
    CHECK(all.responses[0].reason.find("looked elsewhere") != std::string::npos);
  }
  SUBCASE("the newest selection's pair stands") {
    select(small.project, {{}, {}}, {});
    const SampleResponses all = sampleResponses(browser, SampleId{1});
    CHECK(all.responses[0].isRejected);
  }
  SUBCASE("arms stand in the order they were compared in, each with its adapter") {
    const SampleResponses all = sampleResponses(browser, SampleId{2});
    REQUIRE(all.responses.size() == 2);
    CHECK(all.responses[0].arm == "before");
    CHECK(all.responses[0].adapter == "");
    CHECK_FALSE(all.responses[0].matches);
    CHECK(all.responses[1].adapter == (small.folder / "adapter").string());
    CHECK(all.responses[1].matches);
    CHECK(all.responses[1].model == small.model().string());
    CHECK(all.responses[1].candidate.tokens.size() == 1);
  }
  SUBCASE("a sample that is not there is told") {
    CHECK_THROWS_AS(sampleResponses(browser, SampleId{99}), Error);
  }
}

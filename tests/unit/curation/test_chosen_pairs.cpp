// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/chosen_pairs.h"

#include <doctest/doctest.h>

#include "base/files.h"
#include "base/json.h"
#include "curation/export_pairs.h"
#include "curation/review.h"
#include "curation/review_card.h"
#include "exchange/llama_factory.h"
#include "exchange/mia_dpo.h"
#include "unit/curation/answered_project.h"

using namespace mia;
using namespace mia::curation;

namespace {

const Review kAnna{"anna", 1}, kBen{"ben", 1};

/// Six answers: the first four selected and accepted as it is, edited, swapped, rejected; the fifth
/// a near miss that was accepted; the sixth disputed; the seventh undecided.
struct Audited : AnsweredProject {
  Audited() {
    for (int i = 0; i < 7; ++i) answers.push_back(add({.share = i == 4 ? 0.95 : 0.1}));
    select();
    const auto act = [this](const Review& review, std::size_t answer, Act what) {
      REQUIRE(decide(project, review, pairOf(answers[answer]), what));
    };
    for (const std::size_t accepted : {0, 1, 2, 4, 5})
      act(kAnna, accepted, {DecisionKind::kAccept});
    act(kAnna, 1, {DecisionKind::kEditRejected, "a crow"});
    act(kAnna, 2, {DecisionKind::kSwap});
    act(kAnna, 3, {DecisionKind::kReject});
    act(kBen, 5, {DecisionKind::kReject});
  }
  std::vector<CandidateId> answers;

  using Texts = std::vector<std::pair<std::string, std::string>>;
  Texts texts(const PairChoice& choice) {
    Texts found;
    ChosenPairs chosen(project, choice);
    chosen.forEach(
        [&](Pair&& pair) { found.emplace_back(std::move(pair.chosen), std::move(pair.rejected)); });
    CHECK(chosen.count() == static_cast<std::int64_t>(found.size()));
    return found;
  }
};

}  // namespace

TEST_CASE("accepted means what people accepted, edits and swaps applied, and nothing else") {
  Audited audited;
  CHECK(audited.texts({}).size() == 6);
  const Audited::Texts agreed{
      {"a hen", "an owl"}, {"a hen", "a crow"}, {"an owl", "a hen"}, {"a hen", "an owl"}};
  CHECK(audited.texts({.source = PairSource::kAccepted}) == agreed);
  CHECK(audited.texts({.source = PairSource::kAccepted, .review = kAnna}).size() == 5);
  CHECK_THROWS_AS(audited.texts({.source = PairSource::kAccepted, .review = kBen}), Error);
  resolve(audited.project, "cleo", audited.pairOf(audited.answers[5]), {Verdict::kAccepted});
  CHECK(audited.texts({.source = PairSource::kAccepted}).size() == 5);
}

TEST_CASE("accepted pairs are exported in every format, with their card") {
  Audited audited;
  const auto exported = [&](PairFormat format) {
    const auto folder = audited.folder / toString(format);
    ExportRequest request{format, folder, {}, PairSource::kAccepted, {}};
    CHECK(exportPairs(audited.project, request, {}).pairs == 4);
    CHECK(readFile(folder / "README.md").find("**4**") != std::string::npos);
    CHECK_THROWS_AS(exportPairs(audited.project, request, {}), Error);
    Audited::Texts texts;
    const auto take = [&](exchange::PreferenceRecord&& record) {
      texts.emplace_back(record.chosen, record.rejected);
      CHECK(std::filesystem::exists(folder / record.images.at(0)));
    };
    format == PairFormat::kMiaDpo ? exchange::readMiaDpo(folder / "data.json", take)
                                  : exchange::readLlamaFactory(folder, take);
    return texts;
  };
  const auto accepted = audited.texts({.source = PairSource::kAccepted});
  CHECK(exported(PairFormat::kMiaDpo) == accepted);
  CHECK(exported(PairFormat::kLlamaFactory) == accepted);
}

TEST_CASE("a data card tells counts, rule, model, reviews, acceptance and agreement") {
  Audited audited;
  const std::string card = dataCard(audited.project, {.source = PairSource::kAccepted});
  for (const char* part :
       {"**4**", "1 with an edited answer, 1 with sides swapped, 1 that the rule alone",
        "| sequence 2 | 7 | 6 | 4 | 1 | 1 | 1 |", "| sequence | 2 | 0.8 |", "demo-model", "abc123",
        "| anna | 5 | 4 | 1 | 0 |", "| anna, ben | all | 1 | 0.0 % |"}) {
    CAPTURE(card);
    CHECK_MESSAGE(card.find(part) != std::string::npos, part);
  }
  CHECK(card.find("/somewhere") == std::string::npos);
}

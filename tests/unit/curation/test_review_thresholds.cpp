// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/review_thresholds.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "base/random.h"
#include "curation/review.h"
#include "curation/review_book.h"
#include "unit/curation/answered_project.h"

using namespace mia;
using namespace mia::curation;

namespace {

/// 300 samples with up to four answers each, drawn: right and wrong ones, repeated ones, cut-off by
/// nothing, of three layouts.
struct Drawn : AnsweredProject {
  Drawn() {
    Random random(11);
    const char* texts[] = {"an owl", "An owl.", "a hen", "a flock of very many starlings, far away",
                           "a hex",  "no idea", ""};
    storage::Transaction transaction(project.database());
    for (int i = 0; i < 300; ++i) {
      Answer answer;
      answer.layout = i % 3 == 0 ? LayoutKind::kGrid : LayoutKind::kSequence;
      answer.images = 2 + i % 2;
      for (std::uint64_t k = 0, many = 1 + random.below(4); k < many; ++k) {
        answer.share = random.uniform();
        answer.text = texts[random.below(std::size(texts))];
        answer.perplexity = random.uniform(1, 2);
        k == 0 ? add(answer) : addAnother(answer);
      }
    }
    transaction.commit();
  }

  std::set<std::int64_t> selected(SelectionId selection) {
    std::set<std::int64_t> answers;
    storage::SelectionReader(project.database())
        .forEachPair({.selection = selection, .status = PairStatus::kSelected},
                     [&](Pair&& pair) { answers.insert(pair.candidate.value); });
    return answers;
  }
};

std::size_t missing(const std::set<std::int64_t>& from, const std::set<std::int64_t>& in) {
  std::vector<std::int64_t> gone;
  std::set_difference(from.begin(), from.end(), in.begin(), in.end(), std::back_inserter(gone));
  return gone.size();
}

selection::Rule changed(int which) {
  selection::Rule rule;
  switch (which) {
    case 0: rule.thresholds[{LayoutKind::kSequence, 2}] = 0.35; break;
    case 1: rule.thresholds[{LayoutKind::kGrid, 3}] = 0.95; break;
    case 2: rule.minPerplexity = 1.6; break;
    case 3: rule.maxLengthRatio = 2; break;
    case 4: rule.minEditDistance = 0.5; break;
    case 5: rule.perSample = 3; break;
    case 6: rule.maxPairs = 40; break;
    default:
      rule.minPerplexity = 1.2;
      rule.maxPairs = 70;
      rule.seed = 5;
      rule.perSample = 2;
  }
  return rule;
}

}  // namespace

TEST_CASE("what a changed cut would do is what selecting by it does") {
  Drawn drawn;
  for (const auto criterion : {selection::Criterion::kAttention, selection::Criterion::kAnyWrong}) {
    selection::Rule rule;
    rule.criterion = criterion;
    const SelectionId made = drawn.select(rule);
    const ThresholdLens lens(drawn.project.database(), made);
    const auto before = drawn.selected(made);
    REQUIRE(before.size() > 50);
    CHECK(lens.ask(rule).added + lens.ask(rule).removed == 0);
    for (int which = 0; which < 8; ++which) {
      CAPTURE(which);
      const WhatIf told = lens.ask(changed(which));
      const auto request = lens.request(changed(which));
      CHECK(request.rule.criterion == criterion);
      const auto after = drawn.selected(select(drawn.project, request, {}).id);
      CHECK(told.selected == static_cast<std::int64_t>(after.size()));
      CHECK(told.added == static_cast<std::int64_t>(missing(after, before)));
      CHECK(told.removed == static_cast<std::int64_t>(missing(before, after)));
      CHECK(told.addedExamples.size() ==
            std::min<std::size_t>(12, static_cast<std::size_t>(told.added)));
    }
  }
}

TEST_CASE("the pairs that flip are named, those nearest the cut first, and counted by layout") {
  AnsweredProject small;
  std::vector<CandidateId> answers;
  for (const double share : {0.1, 0.5, 0.79, 0.85, 0.95})
    answers.push_back(small.add({.share = share}));
  const SelectionId made = small.select();
  const ThresholdLens lens(small.project.database());
  CHECK(lens.selection() == made);
  selection::Rule rule = lens.rule();
  rule.thresholds[{LayoutKind::kSequence, 2}] = 0.9;
  const WhatIf more = lens.ask(rule);
  CHECK(more.addedExamples == std::vector<PairId>{small.pairOf(answers[3])});
  CHECK(more.removedExamples.empty());
  rule.thresholds[{LayoutKind::kSequence, 2}] = 0.4;
  const WhatIf fewer = lens.ask(rule, 1);
  CHECK(fewer.removed == 2);
  CHECK(fewer.removedExamples == std::vector<PairId>{small.pairOf(answers[1])});
  CHECK(fewer.byGroup.at({LayoutKind::kSequence, 2}) ==
        std::pair<std::int64_t, std::int64_t>{0, 2});
}

TEST_CASE("histograms tell wrong answers from right ones, all of them") {
  AnsweredProject small;
  small.add({.share = 0.05});
  small.add({.share = 0.95, .text = "A hen.", .perplexity = 1.0});
  small.add({LayoutKind::kGrid, 4, 1.0, "an owl", 9.0});
  small.select();
  const ThresholdLens lens(small.project.database());
  CHECK(lens.groups() ==
        std::vector<LayoutGroup>{{LayoutKind::kSequence, 2}, {LayoutKind::kGrid, 4}});
  const CutHistogram all = lens.histogram(CutFigure::kShare, {}, 10);
  CHECK(all.wrong == std::vector<std::int64_t>{1, 0, 0, 0, 0, 0, 0, 0, 0, 1});
  CHECK(all.right == std::vector<std::int64_t>{0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
  const CutHistogram grid =
      lens.histogram(CutFigure::kShare, LayoutGroup{LayoutKind::kGrid, 4}, 10);
  CHECK(std::accumulate(grid.wrong.begin(), grid.wrong.end(), std::int64_t{0}) == 1);
  for (const CutFigure figure :
       {CutFigure::kPerplexity, CutFigure::kLengthRatio, CutFigure::kEditDistance}) {
    const CutHistogram histogram = lens.histogram(figure, {}, 4);
    CHECK(std::accumulate(histogram.wrong.begin(), histogram.wrong.end(), std::int64_t{0}) == 2);
    CHECK(std::accumulate(histogram.right.begin(), histogram.right.end(), std::int64_t{0}) == 1);
    CHECK(histogram.width > 0);
  }
}

TEST_CASE("a rule without thresholds has no lens") {
  AnsweredProject small;
  CHECK_THROWS_AS(ThresholdLens(small.project.database()), Error);
  small.add({});
  selection::Rule rule;
  rule.criterion = selection::Criterion::kDistractor;
  small.select(rule);
  CHECK_THROWS_AS(ThresholdLens(small.project.database()), Error);
}

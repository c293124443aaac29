// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "selection/auc.h"
#include "selection/rule.h"
#include "selection/text_distance.h"

using namespace mia;
using selection::Rule;

namespace {

Sample aSequenceOf(int images) {
  Sample sample;
  sample.recipe.kind = LayoutKind::kSequence;
  sample.recipe.imageCount = images;
  sample.recipe.targetIndex = 1;
  sample.answer = "it is red";
  return sample;
}

// A wrong answer whose share on image 2 is `share` at layer 1 of 0..2, and 0.9 at the others.
Candidate wrongWithShare(double share) {
  Candidate candidate;
  candidate.text = "it is blue";
  candidate.maxPerplexity = 1.5;
  for (int layer = 0; layer < 3; ++layer) {
    LayerAttention attention;
    attention.layer = layer;
    const double s = layer == 1 ? share : 0.9;
    attention.shares = {1 - s, s};
    attention.paperShare = 0.1;
    candidate.attention.push_back(attention);
  }
  return candidate;
}

}  // namespace

TEST_CASE(
    "a wrong answer that looked elsewhere is selected; the threshold itself counts for sequences") {
  const Sample sample = aSequenceOf(2);  // the paper: <= 0.8
  CHECK(selection::judge(Rule{}, sample, wrongWithShare(0.80)).status == PairStatus::kSelected);
  const Pair seen = selection::judge(Rule{}, sample, wrongWithShare(0.81));
  CHECK(seen.status == PairStatus::kNearMiss);
  CHECK(seen.rule == "looked-at-target");
  CHECK(seen.reason == "Wrong, but it looked at the target: 81 % on image 2, above 80 %");
  // No figure is rounded to the limit that it does not reach.
  CHECK(selection::judge(Rule{}, sample, wrongWithShare(0.8012)).reason ==
        "Wrong, but it looked at the target: 80.1 % on image 2, above 80.0 %");
}

TEST_CASE("grids compare strictly") {
  Sample sample = aSequenceOf(2);
  sample.recipe.kind = LayoutKind::kGrid;  // the paper: < 0.7
  CHECK(selection::judge(Rule{}, sample, wrongWithShare(0.70)).rule == "looked-at-target");
  CHECK(selection::judge(Rule{}, sample, wrongWithShare(0.69)).rule == "attention");
}

TEST_CASE("every filter names itself") {
  const Sample sample = aSequenceOf(2);
  const auto ruleOf = [&](auto&& change) {
    Candidate candidate = wrongWithShare(0.1);
    change(candidate);
    return selection::judge(Rule{}, sample, candidate).rule;
  };
  CHECK(ruleOf([](Candidate& c) { c.text = "It is red."; }) == "not-wrong");
  CHECK(ruleOf([](Candidate& c) { c.text = ""; }) == "empty-answer");
  CHECK(ruleOf([](Candidate& c) { c.complete = false; }) == "cut-off");
  CHECK(ruleOf([](Candidate& c) { c.maxPerplexity = 1.1; }) == "confident");
  CHECK(ruleOf([](Candidate& c) { c.text = std::string(80, 'x'); }) == "length-ratio");
}

TEST_CASE("the deciding layers and the paper's share are parameters") {
  const Sample sample = aSequenceOf(2);
  const Candidate candidate = wrongWithShare(0.3);
  Rule rule;
  CHECK(selection::targetShare(rule, sample, candidate) == doctest::Approx(0.3));
  rule.firstLayer = 0;
  rule.lastLayer = 2;
  CHECK(selection::targetShare(rule, sample, candidate) == doctest::Approx((0.9 + 0.3 + 0.9) / 3));
  rule.paperShare = true;
  CHECK(selection::targetShare(rule, sample, candidate) == doctest::Approx(0.1));
  rule.firstLayer = rule.lastLayer = 5;
  CHECK_THROWS_AS(selection::targetShare(rule, sample, candidate), Error);
}

TEST_CASE("a number of images that has no threshold takes the next smaller one's") {
  const Rule rule;
  CHECK(rule.threshold(LayoutKind::kSequence, 7) == 0.6);
  CHECK(rule.threshold(LayoutKind::kGrid, 5) == 0.5);
  CHECK(rule.threshold(LayoutKind::kGrid, 1) == 0.7);
}

TEST_CASE("a rule survives its JSON") {
  Rule rule;
  rule.criterion = selection::Criterion::kAnyWrong;
  rule.firstLayer = 2;
  rule.lastLayer = 3;
  rule.thresholds[{LayoutKind::kGrid, 12}] = 0.25;
  rule.maxPairs = 1200;
  CHECK(toJson(selection::ruleFromJson(toJson(rule), "test")) == toJson(rule));
}

TEST_CASE("edit distance and length ratio") {
  CHECK(selection::editDistance("kitten", "sitting") == doctest::Approx(3.0 / 7));
  CHECK(selection::editDistance("", "") == 0);
  CHECK(selection::editDistance("", "abc") == 1);
  CHECK(selection::lengthRatio("ab", "abcd") == 2);
}

TEST_CASE("the area under the curve counts ties half; DeLong's interval narrows with more trials") {
  // Pairs (positive, negative) of {1, 2, 3} and {0, 2}: 3 > 0, 3 > 2, 2 > 0, 2 = 2, 1 > 0, 1 < 2
  // -> 4.5 of 6.
  const selection::Auc few = selection::areaUnderCurve({1, 2, 3}, {0, 2});
  CHECK(few.value == doctest::Approx(0.75));
  // By hand: placements of positives (0.5, 0.75, 1): variance of the mean 0.0625 / 3; of negatives
  // (share of positives below: 0, 0.5): 0.125 / 2. Half width 1.96 sqrt(0.02083 + 0.0625) = 0.566.
  CHECK(few.low == doctest::Approx(0.75 - 0.5658).epsilon(1e-3));
  CHECK(few.high == 1.0);
  CHECK(selection::areaUnderCurve({}, {1}).value == 0.5);
  // Groups of 6 and 2 comparisons: (6 x 0.75 + 2 x 1) / 8.
  CHECK(selection::stratified({few, selection::areaUnderCurve({5}, {1, 2})}).value ==
        doctest::Approx(0.8125));
}

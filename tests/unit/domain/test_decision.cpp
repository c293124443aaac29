// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/decision.h"

#include <doctest/doctest.h>

using namespace mia;

namespace {

Pair aPair() {
  Pair pair;
  pair.sample = SampleId{3};
  pair.candidate = CandidateId{5};
  pair.chosen = "a hen";
  pair.rejected = "an owl";
  return pair;
}

ReviewState afterAll(const std::vector<Act>& acts) {
  ReviewState state;
  for (const Act& act : acts) state = after(state, aPair(), act);
  return state;
}

}  // namespace

TEST_CASE("a state is read back as it was written, and an untouched one is empty") {
  CHECK(toJson(ReviewState{}).dump() == "{}");
  const ReviewState all{Verdict::kAccepted, true, "one \"hen\"", "två ugglor", "blurred", "look\n"};
  CHECK(reviewStateFromJson(parseJson(toJson(all).dump(), "a test"), "a test") == all);
  CHECK_THROWS_AS(reviewStateFromJson({{"verdict", "perhaps"}}, "a test"), Error);
}

TEST_CASE("edits are of the pair's own sides, and a swap comes after them in whatever order") {
  using enum DecisionKind;
  const ReviewState state = afterAll({{kSwap}, {kEditRejected, "a crow"}, {kAccept}});
  CHECK(state == afterAll({{kEditRejected, "a crow"}, {kAccept}, {kSwap}}));
  const Pair shown = reviewed(aPair(), state);
  CHECK(shown.chosen == "a crow");
  CHECK(shown.rejected == "a hen");
  CHECK(afterAll({{kSwap}, {kSwap}}) == ReviewState{});
  CHECK_FALSE(afterAll({{kEditChosen, "one hen"}, {kEditChosen, "a hen"}}).isEdited());
  CHECK(afterAll({{kFlag, "blurred"}, {kFlag, ""}}) == ReviewState{});
  CHECK(afterAll({{kReject}, {kNote, "n"}, {kClear}}).note == "n");
}

TEST_CASE("acts that make no sense are refused in words") {
  using enum DecisionKind;
  CHECK_THROWS_AS(afterAll({{kEditChosen, " \n"}}), Error);
  CHECK_THROWS_AS(afterAll({{kEditChosen, "an owl"}}), Error);
  CHECK_THROWS_AS(afterAll({{kEditRejected, "a crow"}, {kEditChosen, "a crow"}}), Error);
  CHECK_THROWS_AS(afterAll({{kUndo}}), Error);
}

TEST_CASE("a pair of equal answers can be rejected, flagged and noted, but not accepted") {
  using enum DecisionKind;
  Pair equal = aPair();
  equal.rejected = equal.chosen;
  for (const DecisionKind kind : {kReject, kFlag, kNote, kSwap, kClear}) {
    CHECK_NOTHROW(after({}, equal, {kind, "why"}));
  }
  CHECK_THROWS_AS(after({}, equal, {kAccept}), Error);
  CHECK(after({}, equal, {kEditRejected, "an owl"}).isEdited());
}

TEST_CASE("only what training would see is an outcome") {
  using enum DecisionKind;
  const ReviewState accepted = afterAll({{kAccept}});
  CHECK(accepted.sameOutcome(afterAll({{kNote, "fine"}, {kFlag, "why"}, {kAccept}})));
  CHECK_FALSE(accepted.sameOutcome(afterAll({{kAccept}, {kSwap}})));
  CHECK_FALSE(accepted.sameOutcome(afterAll({{kAccept}, {kEditChosen, "one hen"}})));
}

TEST_CASE("another rejected text of the same answer is another subject") {
  Pair other = aPair();
  CHECK(subjectOf(other) == subjectOf(aPair()));
  other.rejected = "a crow";
  CHECK(subjectOf(other) != subjectOf(aPair()));
}

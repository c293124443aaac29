// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/review.h"

#include <doctest/doctest.h>

#include "curation/browse.h"
#include "curation/review_book.h"
#include "curation/review_items.h"
#include "unit/curation/answered_project.h"

using namespace mia;
using namespace mia::curation;

namespace {

const Review kAnna{"anna", 1};

/// Three pairs, of which the second is nearest its threshold of 0.8.
struct ThreePairs : AnsweredProject {
  CandidateId answers[3] = {add({.share = 0.1}), add({.share = 0.7}), add({.share = 0.4})};
  SelectionId selection = select();
  PairId pairs[3] = {pairOf(answers[0]), pairOf(answers[1]), pairOf(answers[2])};

  Verdict verdict(int pair, const Review& review = kAnna) { return state(pair, review).verdict; }
  ReviewState state(int pair, const Review& review = kAnna) {
    return stateOf(project.database(), review,
                   storage::SelectionReader(project.database()).pair(pairs[pair]));
  }
};

}  // namespace

TEST_CASE("a decision is there when the project is opened again, with what was before and after") {
  ThreePairs small;
  REQUIRE(decide(small.project, kAnna, small.pairs[1], {DecisionKind::kReject}));
  REQUIRE(decide(small.project, kAnna, small.pairs[1], {DecisionKind::kAccept}));
  Project again = Project::open(small.folder / "project");
  const auto history = historyOf(again.database(), small.pairs[1]);
  REQUIRE(history.size() == 2);
  CHECK(history[0].before == ReviewState{});
  CHECK(history[1].kind == DecisionKind::kAccept);
  CHECK(history[1].before.verdict == Verdict::kRejected);
  CHECK(history[1].after.verdict == Verdict::kAccepted);
  CHECK(history[1].review == kAnna);
  CHECK(history[1].time > history[0].time);
  CHECK(history[1].key != history[0].key);
}

TEST_CASE("what changes nothing is not written: a held key doubles no decision") {
  ThreePairs small;
  CHECK(decide(small.project, kAnna, small.pairs[0], {DecisionKind::kAccept}));
  CHECK_FALSE(decide(small.project, kAnna, small.pairs[0], {DecisionKind::kAccept}));
  CHECK(historyOf(small.project.database(), small.pairs[0]).size() == 1);
  CHECK_THROWS_AS(decide(small.project, kAnna, PairId{99}, {DecisionKind::kAccept}), Error);
  CHECK_THROWS_AS(decide(small.project, {" ", 1}, small.pairs[0], {DecisionKind::kAccept}), Error);
}

TEST_CASE("undo and redo go through a review's steps, across restarts") {
  ThreePairs small;
  decide(small.project, kAnna, small.pairs[0], {DecisionKind::kAccept});
  decideAll(small.project, kAnna, {small.pairs[0], small.pairs[1], small.pairs[2]},
            {DecisionKind::kReject});
  decide(small.project, kAnna, small.pairs[2], {DecisionKind::kNote, "dark"});
  decide(small.project, {"ben", 1}, small.pairs[0], {DecisionKind::kReject});

  CHECK(undo(small.project, kAnna).size() == 1);
  CHECK(small.state(2).note.empty());
  {
    Project again = Project::open(small.folder / "project");
    CHECK(undo(again, kAnna).size() == 3);
  }
  CHECK(small.verdict(0) == Verdict::kAccepted);
  CHECK(small.verdict(1) == Verdict::kUndecided);
  CHECK(undo(small.project, kAnna).size() == 1);
  CHECK(small.verdict(0) == Verdict::kUndecided);
  CHECK(undo(small.project, kAnna).empty());
  CHECK_FALSE(undoState(small.project.database(), kAnna).canUndo);
  CHECK(small.verdict(0, {"ben", 1}) == Verdict::kRejected);

  redo(small.project, kAnna);
  CHECK(redo(small.project, kAnna).size() == 3);
  CHECK(small.verdict(1) == Verdict::kRejected);
  CHECK(undoState(small.project.database(), kAnna).canRedo);
  SUBCASE("the last step too, and nothing behind it") {
    redo(small.project, kAnna);
    CHECK(small.state(2).note == "dark");
    CHECK(redo(small.project, kAnna).empty());
  }
  SUBCASE("unless something was decided since") {
    decide(small.project, kAnna, small.pairs[1], {DecisionKind::kAccept});
    CHECK(redo(small.project, kAnna).empty());
    undo(small.project, kAnna);
    CHECK(small.verdict(1) == Verdict::kRejected);
    undo(small.project, kAnna);
    CHECK(small.verdict(1) == Verdict::kUndecided);
  }
}

TEST_CASE("a batch leaves alone what it would not change and what cannot take it") {
  ThreePairs small;
  decide(small.project, kAnna, small.pairs[0], {DecisionKind::kEditChosen, "a crow"});
  const std::vector<PairId> all(std::begin(small.pairs), std::end(small.pairs));
  CHECK(decideAll(small.project, kAnna, all, {DecisionKind::kEditRejected, "a crow"}).size() == 2);
  CHECK(decideAll(small.project, kAnna, all, {DecisionKind::kEditRejected, "a crow"}).empty());
  std::stop_source stop;
  stop.request_stop();
  std::vector<PairId> many(1000, small.pairs[2]);
  CHECK_THROWS_AS(decideAll(small.project, kAnna, many, {DecisionKind::kAccept},
                            {stop.get_token(), [](const Progress&) {}}),
                  Error);
  CHECK(small.verdict(2) == Verdict::kUndecided);
}

TEST_CASE("decisions are about answers: another selection has them again, another text has not") {
  ThreePairs small;
  decide(small.project, kAnna, small.pairs[0], {DecisionKind::kAccept});
  selection::Rule strict;
  strict.thresholds[{LayoutKind::kSequence, 2}] = 0.5;
  small.select(strict);
  const ReviewBook book(small.project.database());
  CHECK(book.selection() != small.selection);
  const PairId again = small.pairOf(small.answers[0]);
  CHECK(again != small.pairs[0]);
  CHECK(book.outcome(again) == ReviewOutcome::kAccepted);
  CHECK(book.progress(kAnna).done() == 1);
  CHECK(book.progress(kAnna).pairs == 2);
  Pair other = storage::SelectionReader(small.project.database()).pair(again);
  other.rejected = "another image's answer";
  CHECK(stateOf(small.project.database(), kAnna, other) == ReviewState{});
}

TEST_CASE("a second round sees nothing of the first") {
  ThreePairs small;
  decide(small.project, kAnna, small.pairs[0], {DecisionKind::kAccept});
  decide(small.project, kAnna, small.pairs[1], {DecisionKind::kFlag, "blurred"});
  const Review second{"anna", 2};
  const ReviewBook book(small.project.database());
  CHECK(book.count({.review = second}) == 3);
  CHECK(book.count({.review = second, .show = QueueFilter::kFlagged}) == 0);
  CHECK(book.queue({.review = second, .decidedBy = kAnna}) == std::vector<PairId>{small.pairs[0]});
  CHECK(small.verdict(0, second) == Verdict::kUndecided);
  CHECK_FALSE(undoState(small.project.database(), second).canUndo);
}

TEST_CASE("a pair is shown with its figures and with what the review made of it") {
  ThreePairs small;
  const CandidateId right = small.addAnother({.share = 0.95, .text = "A hen."});
  decide(small.project, kAnna, small.pairs[2], {DecisionKind::kSwap});
  Browser browser(small.folder / "project");
  const ReviewPair shown = reviewPair(browser, kAnna, small.pairs[2]);
  CHECK(shown.question == "what?");
  CHECK(shown.pair.rejected == "an owl");
  CHECK(shown.current.rejected == "a hen");
  CHECK(shown.state.swapped);
  CHECK(shown.candidate.id == small.answers[2]);
  CHECK(shown.rightAnswer == right);
  CHECK_FALSE(reviewPair(browser, kAnna, small.pairs[0]).rightAnswer);
  const auto items = reviewItems(browser, kAnna, {small.pairs[1], PairId{99}, small.pairs[2]});
  REQUIRE(items.size() == 2);
  CHECK(items[0].share == doctest::Approx(0.7));
  CHECK(items[1].state.swapped);
}

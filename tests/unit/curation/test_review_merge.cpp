// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/review_merge.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "base/files.h"
#include "curation/journal_file.h"
#include "curation/review.h"
#include "curation/review_book.h"
#include "storage/decisions.h"
#include "unit/curation/answered_project.h"

using namespace mia;
using namespace mia::curation;

namespace {

/// The same four answers in two projects under other ids, and one that only the first has.
struct Two {
  Two() {
    for (const std::uint64_t seed : {1, 2, 3, 4}) ours.add({.share = 0.1}, seed);
    ours.add({.share = 0.1}, 5);
    for (const std::uint64_t seed : {4, 3, 9, 2, 1}) {
      theirs.add({.share = 0.1}, seed);
      theirs.addAnother({.share = 0.2, .text = "a crow"});
    }
    ours.select();
    theirs.select();
  }
  AnsweredProject ours{"generate-ours"}, theirs{"generate-theirs"};

  static PairId pairOf(AnsweredProject& where, std::uint64_t seed) {
    storage::SampleReader samples(where.project.database());
    storage::SelectionReader pairs(where.project.database());
    PairId found;
    pairs.forEachPair({.selection = pairs.latest()->id}, [&](Pair&& pair) {
      if (samples.get(pair.sample).recipe.seed == seed && pair.rejected == "an owl")
        found = pair.id;
    });
    return found;
  }
  static void decideIn(AnsweredProject& where, const char* who, std::uint64_t seed, Act act) {
    REQUIRE(decide(where.project, {who, 1}, pairOf(where, seed), act));
  }
  static MergeSummary merge(AnsweredProject& into, AnsweredProject& from) {
    return mergeJournal(into.project, from.folder / "project");
  }
  static std::set<std::string> keys(AnsweredProject& of) {
    std::set<std::string> keys;
    storage::DecisionReader(of.project.database()).forEach([&](Decision&& decision) {
      keys.insert(decision.key);
    });
    return keys;
  }
};

}  // namespace

TEST_CASE("a journal is taken over by content, once, without loss") {
  Two two;
  two.decideIn(two.ours, "anna", 1, {DecisionKind::kAccept});
  two.decideIn(two.theirs, "ben", 1, {DecisionKind::kReject});
  two.decideIn(two.theirs, "ben", 3, {DecisionKind::kEditRejected, "a gull"});
  two.decideIn(two.theirs, "ben", 9, {DecisionKind::kAccept});
  const auto before = two.keys(two.theirs);
  const MergeSummary first = two.merge(two.ours, two.theirs);
  CHECK(first.entries == 3);
  CHECK(first.added == 2);
  CHECK(first.unmatched == 1);
  CHECK(first.disputed == 1);
  CHECK(two.keys(two.theirs) == before);

  const ReviewBook book(two.ours.project.database());
  CHECK(book.opinions(two.pairOf(two.ours, 1)).size() == 2);
  CHECK(book.opinions(two.pairOf(two.ours, 3)).at(0).second.rejected == "a gull");
  CHECK(book.outcome(two.pairOf(two.ours, 2)) == ReviewOutcome::kUndecided);

  const MergeSummary again = two.merge(two.ours, two.theirs);
  CHECK(again.added == 0);
  CHECK(again.known == 2);
  CHECK(two.keys(two.ours).size() == 3);
}

TEST_CASE("two copies that take each other over hold the same, whoever began") {
  Two two;
  // Anna works on both copies; what she said last holds on both.
  two.decideIn(two.ours, "anna", 2, {DecisionKind::kAccept});
  two.decideIn(two.theirs, "anna", 2, {DecisionKind::kReject});
  two.decideIn(two.theirs, "anna", 4, {DecisionKind::kSwap});
  two.decideIn(two.ours, "anna", 4, {DecisionKind::kAccept});
  two.merge(two.theirs, two.ours);
  two.merge(two.ours, two.theirs);
  CHECK(two.keys(two.ours) == two.keys(two.theirs));
  for (const std::uint64_t seed : {1, 2, 3, 4}) {
    const auto here = ReviewBook(two.ours.project.database()).opinions(two.pairOf(two.ours, seed));
    CHECK(here == ReviewBook(two.theirs.project.database()).opinions(two.pairOf(two.theirs, seed)));
  }
  CHECK(ReviewBook(two.ours.project.database()).outcome(two.pairOf(two.ours, 2)) ==
        ReviewOutcome::kRejected);
}

TEST_CASE("undo goes on over what was taken over, and what is no project is refused") {
  Two two;
  two.decideIn(two.theirs, "anna", 2, {DecisionKind::kReject});
  two.merge(two.ours, two.theirs);
  CHECK(undo(two.ours.project, {"anna", 1}).size() == 1);
  CHECK(ReviewBook(two.ours.project.database()).outcome(two.pairOf(two.ours, 2)) ==
        ReviewOutcome::kUndecided);
  CHECK_THROWS_AS(mergeJournal(two.ours.project, two.ours.folder / "nothing"), Error);
  CHECK_THROWS_AS(mergeJournal(two.ours.project, two.ours.folder / "project"), Error);
}

TEST_CASE("a journal goes as a file, both ways, and nothing is lost") {
  Two two;
  two.decideIn(two.ours, "anna", 1, {DecisionKind::kAccept});
  two.decideIn(two.ours, "anna", 2, {DecisionKind::kNote, "schön \U0001F600"});
  two.decideIn(two.theirs, "ben", 1, {DecisionKind::kReject});
  two.decideIn(two.theirs, "ben", 3, {DecisionKind::kEditRejected, "a gull"});
  undo(two.theirs.project, {"ben", 1});
  const auto ours = two.ours.folder / "ours.jsonl", theirs = two.ours.folder / "theirs.jsonl";
  CHECK(writeJournal(two.ours.project, ours) == 2);
  CHECK(writeJournal(two.theirs.project, theirs) == 3);
  CHECK(mergeJournal(two.ours.project, theirs).added == 3);
  CHECK(mergeJournal(two.theirs.project, ours).added == 2);
  CHECK(mergeJournal(two.ours.project, theirs).known == 3);
  CHECK(two.keys(two.ours) == two.keys(two.theirs));
  for (const std::uint64_t seed : {1, 2, 3}) {
    const auto here = ReviewBook(two.ours.project.database()).opinions(two.pairOf(two.ours, seed));
    CHECK(here == ReviewBook(two.theirs.project.database()).opinions(two.pairOf(two.theirs, seed)));
  }
}

TEST_CASE("a file that is no whole journal is refused and changes nothing") {
  Two two;
  for (const std::uint64_t seed : {1, 2, 3}) {
    two.decideIn(two.theirs, "ben", seed, {DecisionKind::kReject});
  }
  const auto file = two.ours.folder / "sent.jsonl";
  writeJournal(two.theirs.project, file);
  const std::string whole = readFile(file);
  const auto refused = [&](const std::string& content, const std::string& words) {
    writeFileAtomically(file, content);
    try {
      mergeJournal(two.ours.project, file);
      FAIL("was taken over");
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::kBadInput);
      CHECK_MESSAGE(std::string(error.what()).find(words) != std::string::npos, error.what());
    }
    CHECK(two.keys(two.ours).empty());
  };
  refused("{\"a\": 1}\n", "no journal");
  refused("", "Cannot read");
  refused(whole.substr(0, whole.rfind('\n', whole.size() - 2) + 1), "ends after 2 of its 3");
  refused(whole.substr(0, whole.size() - 20), "line 4");
  std::string other = whole;
  other.replace(other.find("\"reject\""), 8, "\"ponder\"");
  refused(other, "ponder");
}

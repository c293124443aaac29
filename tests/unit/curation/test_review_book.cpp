// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/review_book.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "curation/review.h"
#include "curation/review_rows.h"
#include "curation/review_statistics.h"
#include "curation/status.h"
#include "unit/curation/answered_project.h"

using namespace mia;
using namespace mia::curation;

namespace {

const Review kAnna{"anna", 1}, kBen{"ben", 1};

/// 20 sequences of two, 8 of three, 12 grids of four, with shares that rise; near misses behind.
struct Mixed : AnsweredProject {
  Mixed() {
    const auto addMany = [this](int many, LayoutKind layout, int images, double share) {
      for (int i = 0; i < many; ++i) answers.push_back(add({layout, images, share + 0.01 * i}));
    };
    addMany(20, LayoutKind::kSequence, 2, 0.1);
    addMany(8, LayoutKind::kSequence, 3, 0.3);
    addMany(12, LayoutKind::kGrid, 4, 0.2);
    miss = add({LayoutKind::kSequence, 2, 0.9});
    select();
    storage::SelectionReader reader(project.database());
    reader.forEachPair({.selection = reader.latest()->id},
                       [this](Pair&& pair) { pairs.push_back(pair.id); });
  }
  std::vector<CandidateId> answers;
  CandidateId miss;
  std::vector<PairId> pairs;  ///< in the order of the answers, the near miss last

  double uncertainty(PairId id) {
    const Pair pair = storage::SelectionReader(project.database()).pair(id);
    return std::abs(pair.share - pair.threshold);
  }
};

/// One pair more decided by each of two reviews; of their verdicts, by letters: "ar" is accepted by
/// the first and rejected by the second, "s" accepted with sides swapped, "-" undecided.
void decideBoth(Mixed& mixed, std::size_t pair, const char* verdicts) {
  for (int i = 0; i < 2; ++i) {
    const Review& review = i == 0 ? kAnna : kBen;
    if (verdicts[i] == '-') continue;
    if (verdicts[i] == 's') decide(mixed.project, review, mixed.pairs[pair], {DecisionKind::kSwap});
    decide(mixed.project, review, mixed.pairs[pair],
           {verdicts[i] == 'r' ? DecisionKind::kReject : DecisionKind::kAccept});
  }
}

}  // namespace

TEST_CASE("the least certain pairs come first, near misses only when asked for") {
  Mixed mixed;
  const ReviewBook book(mixed.project.database());
  const auto queue = book.queue({.review = kAnna});
  REQUIRE(queue.size() == 40);
  CHECK(std::is_sorted(queue.begin(), queue.end(), [&](PairId a, PairId b) {
    return mixed.uncertainty(a) < mixed.uncertainty(b);
  }));
  CHECK(book.count({.review = kAnna, .nearMisses = true}) == 41);
  CHECK(book.count({.review = kAnna, .layout = LayoutKind::kSequence}) == 28);
  CHECK(book.count({.review = kAnna, .layout = LayoutKind::kSequence, .images = 3}) == 8);
  CHECK(book.count({.review = kAnna, .rule = "attention"}) == 40);
  CHECK(book.count({.review = kAnna, .rule = "looked-at-target", .nearMisses = true}) == 1);
  const auto byLayout = book.queue({.review = kAnna, .order = QueueOrder::kByLayout});
  CHECK(byLayout.back() == mixed.pairs[28]);  // the grid furthest below 0.5
  const auto byRule =
      book.queue({.review = kAnna, .order = QueueOrder::kByRule, .nearMisses = true});
  CHECK(byRule.back() == mixed.pairs.back());
}

TEST_CASE("deciding a pair moves no other, in any order") {
  Mixed mixed;
  for (const QueueOrder order : {QueueOrder::kLeastCertain, QueueOrder::kRandom}) {
    ReviewBook book(mixed.project.database());
    QueueQuery query{.review = kAnna, .order = order, .seed = 7, .sample = 15};
    auto before = book.queue(query);
    REQUIRE(before.size() == 15);
    decide(mixed.project, kAnna, before[4], {DecisionKind::kAccept});
    CHECK(book.queue(query) == before);
    CHECK(book.refresh());
    CHECK_FALSE(book.refresh());
    const auto all = book.queue({kAnna, order, 7, 15, QueueFilter::kAll});
    CHECK(all == before);
    before.erase(before.begin() + 4);
    CHECK(book.queue(query) == before);
    undo(mixed.project, kAnna);
  }
}

TEST_CASE("a random order is the seed's, whatever the selection is") {
  Mixed mixed;
  const QueueQuery query{.review = kAnna, .order = QueueOrder::kRandom, .seed = 3};
  const auto answersOf = [&](const QueueQuery& asked) {
    std::vector<CandidateId> answers;
    for (const PairId pair : ReviewBook(mixed.project.database()).queue(asked)) {
      answers.push_back(storage::SelectionReader(mixed.project.database()).pair(pair).candidate);
    }
    return answers;
  };
  const auto first = answersOf(query);
  CHECK(answersOf({.review = kAnna, .order = QueueOrder::kRandom, .seed = 4}) != first);
  selection::Rule looser;
  looser.thresholds[{LayoutKind::kSequence, 2}] = 1;
  mixed.select(looser);
  auto again = answersOf(query);
  CHECK(again.size() == 41);
  std::erase(again, mixed.miss);
  CHECK(again == first);
}

TEST_CASE("a sample takes each layout and number of images in proportion, and at least once") {
  Mixed mixed;
  const ReviewBook book(mixed.project.database());
  const auto drawn = [&](std::int64_t size) {
    std::map<std::pair<LayoutKind, int>, int> groups;
    storage::SelectionReader pairs(mixed.project.database());
    storage::SampleReader samples(mixed.project.database());
    for (const PairId pair : book.queue({.review = kAnna, .sample = size})) {
      const Sample sample = samples.get(pairs.pair(pair).sample);
      ++groups[{sample.recipe.kind, sample.recipe.imageCount}];
    }
    return std::vector<int>{groups[{LayoutKind::kSequence, 2}], groups[{LayoutKind::kSequence, 3}],
                            groups[{LayoutKind::kGrid, 4}]};
  };
  CHECK(drawn(20) == std::vector<int>{10, 4, 6});
  CHECK(drawn(3) == std::vector<int>{1, 1, 1});
  CHECK(drawn(2).size() == 3);
  CHECK(book.count({.review = kAnna, .sample = 2}) == 2);
  CHECK(book.count({.review = kAnna, .sample = 39}) == 39);
  CHECK(book.count({.review = kAnna, .sample = 1000}) == 40);
  CHECK_THROWS_AS(book.count({.review = kAnna, .sample = -1}), Error);
}

TEST_CASE("filters tell what a review decided, progress counts it") {
  Mixed mixed;
  decideBoth(mixed, 0, "ar");
  decideBoth(mixed, 1, "s-");
  decideBoth(mixed, 2, "r-");
  decide(mixed.project, kAnna, mixed.pairs[3], {DecisionKind::kFlag, "blurred"});
  decide(mixed.project, kAnna, mixed.pairs[4], {DecisionKind::kEditChosen, "one hen"});
  decide(mixed.project, kAnna, mixed.pairs[4], {DecisionKind::kAccept});
  decide(mixed.project, kAnna, mixed.pairs[40], {DecisionKind::kAccept});
  const ReviewBook book(mixed.project.database());
  const auto count = [&](QueueFilter show) { return book.count({.review = kAnna, .show = show}); };
  CHECK(count(QueueFilter::kAll) == 40);
  CHECK(count(QueueFilter::kUndecided) == 36);
  CHECK(count(QueueFilter::kDecided) == 4);
  CHECK(count(QueueFilter::kAccepted) == 3);
  CHECK(count(QueueFilter::kRejected) == 1);
  CHECK(count(QueueFilter::kFlagged) == 1);
  CHECK(count(QueueFilter::kDisputed) == 1);
  const ReviewProgress progress = book.progress(kAnna);
  CHECK(progress.pairs == 40);
  CHECK(progress.done() == 4);
  CHECK(progress.left() == 36);
  CHECK(progress.swapped == 1);
  CHECK(progress.edited == 1);
  CHECK(progress.flagged == 1);
  CHECK(progress.perMinute > 0);
  CHECK(progress.secondsLeft().has_value());
  CHECK_FALSE(book.progress({"nobody", 1}).secondsLeft());
  CHECK(book.reviews() == std::vector<Review>{kAnna, kBen});
}

TEST_CASE("acceptance is told by rule, layout and number of images, with Wilson's interval") {
  Mixed mixed;
  for (std::size_t i = 0; i < 10; ++i) decideBoth(mixed, i, i < 8 ? "a-" : "r-");
  decideBoth(mixed, 30, "a-");
  const auto rows = acceptance(ReviewBook(mixed.project.database()), kAnna);
  REQUIRE(rows.size() == 4);
  CHECK(rows[0].group == "all");
  CHECK(rows[0].accepted == 9);
  CHECK(rows[0].decided == 11);
  CHECK(rows[1].group == "attention");
  CHECK(rows[2].group == "sequence");
  CHECK(rows[2].interval.low == doctest::Approx(0.4902).epsilon(1e-3));
  CHECK(rows[2].interval.high == doctest::Approx(0.9433).epsilon(1e-3));
  CHECK(rows[3].group == "grid");
  CHECK(acceptance(ReviewBook(mixed.project.database()), kBen).empty());
  decideBoth(mixed, 20, "a-");
  CHECK(acceptance(ReviewBook(mixed.project.database()), {}).size() == 6);  // sequence 2 and 3 too
}

TEST_CASE("two reviews agree by Cohen's kappa over what both decided") {
  Mixed mixed;
  const char* verdicts[] = {"aa", "aa", "aa", "rr", "rr", "ar", "ra", "ss", "sa", "a-", "-r"};
  for (std::size_t i = 0; i < std::size(verdicts); ++i) decideBoth(mixed, i, verdicts[i]);
  decideBoth(mixed, 30, "aa");
  const auto rows = agreement(ReviewBook(mixed.project.database()), kAnna, kBen);
  REQUIRE(rows.size() == 4);
  // Anna: 4 a, 2 s, 3 r; Ben: 5 a, 1 s, 3 r of 9; 6 the same: (6/9 - 31/81) / (1 - 31/81).
  CHECK(rows[2].group == "sequence");
  CHECK(rows[2].agreement.items == 9);
  CHECK(rows[2].agreement.same == 6);
  CHECK(rows[2].agreement.kappa == doctest::Approx(23.0 / 50));
  CHECK(rows[0].agreement.items == 10);
  CHECK(std::isnan(rows[3].agreement.kappa));
}

TEST_CASE("a disagreement is disputed until somebody resolves it") {
  Mixed mixed;
  decideBoth(mixed, 0, "aa");
  decideBoth(mixed, 1, "as");
  decideBoth(mixed, 2, "a-");
  ReviewBook book(mixed.project.database());
  CHECK(book.outcome(mixed.pairs[0]) == ReviewOutcome::kAccepted);
  CHECK(book.outcome(mixed.pairs[1]) == ReviewOutcome::kDisputed);
  CHECK(book.outcome(mixed.pairs[2]) == ReviewOutcome::kAccepted);
  CHECK(book.outcome(mixed.pairs[3]) == ReviewOutcome::kUndecided);
  CHECK_FALSE(book.agreedState(mixed.pairs[1]));
  CHECK(book.opinions(mixed.pairs[1]).size() == 2);
  CHECK(book.queue({.show = QueueFilter::kDisputed}) == std::vector<PairId>{mixed.pairs[1]});

  resolve(mixed.project, "cleo", mixed.pairs[1], {Verdict::kAccepted, true});
  resolve(mixed.project, "cleo", mixed.pairs[2], {Verdict::kRejected});
  book.refresh();
  CHECK(book.outcome(mixed.pairs[1]) == ReviewOutcome::kAccepted);
  CHECK(book.agreedState(mixed.pairs[1])->swapped);
  CHECK(book.outcome(mixed.pairs[2]) == ReviewOutcome::kRejected);
  CHECK(book.reviews() == std::vector<Review>{kAnna, kBen});
  undo(mixed.project, {"cleo", 0});
  undo(mixed.project, {"cleo", 0});
  book.refresh();
  CHECK(book.outcome(mixed.pairs[1]) == ReviewOutcome::kDisputed);
  CHECK_THROWS_AS(resolve(mixed.project, "cleo", mixed.pairs[1], {}), Error);
}

TEST_CASE("the queue tells what it can be narrowed to") {
  Mixed mixed;
  const ReviewBook book(mixed.project.database());
  const QueueChoices choices = queueChoices(book.rows());
  CHECK(choices.layouts ==
        std::map<LayoutKind, std::int64_t>{{LayoutKind::kSequence, 28}, {LayoutKind::kGrid, 12}});
  CHECK(choices.images == std::map<int, std::int64_t>{{2, 20}, {3, 8}, {4, 12}});
  CHECK(choices.rules == std::map<std::string, std::int64_t>{{"attention", 40}});
  for (const auto& [images, pairs] : choices.images) {
    CHECK(book.count({.review = kAnna, .images = images}) == pairs);
  }
}

TEST_CASE("the status of a project tells of its audit") {
  Mixed mixed;
  CHECK(!statusOf(mixed.project).audit);
  decideBoth(mixed, 0, "aa");
  decideBoth(mixed, 1, "r-");
  decideBoth(mixed, 2, "ar");
  decide(mixed.project, kAnna, mixed.pairs[40], {DecisionKind::kAccept});  // a near miss
  const auto audit = statusOf(mixed.project).audit;
  REQUIRE(audit);
  CHECK(audit->outcomes.pairs == 40);
  CHECK(audit->outcomes.accepted == 1);
  CHECK(audit->outcomes.rejected == 1);
  CHECK(audit->outcomes.disputed == 1);
  CHECK(audit->outcomes.left() == 37);
  REQUIRE(audit->reviews.size() == 2);
  CHECK(audit->reviews[0].first == kAnna);
  CHECK(audit->reviews[0].second.done() == 3);
  CHECK(audit->reviews[1].second.done() == 2);
  const Json json = toJson(statusOf(mixed.project))["audit"];
  CHECK(json["reviewed"] == 3);
  CHECK(json["reviews"][1]["reviewer"] == "ben");
}

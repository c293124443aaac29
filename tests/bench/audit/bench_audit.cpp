// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a reviewer waits for in a large project: bench_audit [ANSWERS]. Prints, asserts nothing.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

#include "base/random.h"
#include "curation/review.h"
#include "curation/review_book.h"
#include "curation/review_statistics.h"
#include "curation/review_thresholds.h"
#include "unit/curation/answered_project.h"

using namespace mia;
using namespace mia::curation;

namespace {

/// Milliseconds of the median and the slowest of a hundred but one.
void timed(const char* what, int times, const std::function<void(int)>& work) {
  std::vector<double> took;
  for (int i = 0; i < times; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    work(i);
    took.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
            .count());
  }
  std::sort(took.begin(), took.end());
  std::printf("%-44s %8.2f ms, p99 %8.2f ms\n", what, took[took.size() / 2],
              took[(took.size() - 1) * 99 / 100]);
  std::fflush(stdout);
}

void fill(AnsweredProject& large, int answers) {
  Random random(1);
  storage::Transaction transaction(large.project.database());
  for (int i = 0; i < answers; ++i) {
    AnsweredProject::Answer answer;
    answer.layout = i % 3 == 0 ? LayoutKind::kGrid : LayoutKind::kSequence;
    answer.images = 2 + i % 4;
    answer.share = random.uniform();
    answer.text = random.below(4) == 0 ? "a hen" : "an owl of kind " + std::to_string(i);
    answer.perplexity = random.uniform(1, 3);
    large.add(answer);
  }
  transaction.commit();
}

}  // namespace

int main(int argc, char** argv) {
  const int answers = argc > 1 ? std::atoi(argv[1]) : 100'000;
  const Review anna{"anna", 1}, ben{"ben", 1};
  AnsweredProject large;
  fill(large, answers);
  selection::Rule rule;
  rule.maxLengthRatio = 10;
  large.select(rule);
  storage::Database& database = large.project.database();
  std::printf("%d answers\n", answers);

  timed("ReviewBook: read a selection", 3, [&](int) { ReviewBook{database}; });
  ReviewBook book(database);
  const auto queue = book.queue({.review = anna, .order = QueueOrder::kRandom});
  std::printf("%zu pairs\n", queue.size());
  timed("ReviewBook: queue, least certain first", 20, [&](int) { book.queue({.review = anna}); });
  timed("ReviewBook: queue, random sample of 500", 20,
        [&](int) { book.queue({.review = anna, .order = QueueOrder::kRandom, .sample = 500}); });
  timed("decide, stored", 1000, [&](int i) {
    decide(large.project, anna, queue[static_cast<std::size_t>(i)], {DecisionKind::kAccept});
  });
  timed("undo, stored", 200, [&](int) { undo(large.project, anna); });
  timed("ReviewBook: refresh behind one decision", 200, [&](int i) {
    if (i % 2 == 0) redo(large.project, anna);
    book.refresh();
  });
  timed("decideAll over the queue", 1,
        [&](int) { decideAll(large.project, ben, queue, {DecisionKind::kReject}); });
  timed("ReviewBook: refresh behind that", 1, [&](int) { book.refresh(); });
  timed("progress, acceptance and agreement", 20, [&](int) {
    book.progress(ben);
    acceptance(book, ben);
    agreement(book, anna, ben);
  });
  timed("ThresholdLens: read a selection", 3, [&](int) { ThresholdLens{database}; });
  const ThresholdLens lens(database);
  timed("ThresholdLens: a cut is moved", 100, [&](int i) {
    selection::Rule changed = lens.rule();
    for (auto& [group, threshold] : changed.thresholds) threshold = i / 100.0;
    lens.ask(changed);
  });
  timed("ThresholdLens: a histogram of 50 bins", 100,
        [&](int) { lens.histogram(CutFigure::kShare, lens.groups().front(), 50); });
}

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/review_book.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "curation/review.h"
#include "curation/review_queue.h"
#include "curation/review_rows.h"
#include "storage/decisions.h"
#include "storage/selections.h"

namespace mia::curation {
namespace {

constexpr std::int64_t kBreak = 120'000;     // ms without a decision that count as a break
constexpr std::size_t kPaceDecisions = 200;  // newest decisions that tell the pace
constexpr int kPaceEntries = 5000;           // newest entries among which they are looked for

SelectionId bookSelection(storage::Database& database, SelectionId asked) {
  storage::SelectionReader reader(database);
  if (asked) return reader.get(asked).id;
  const auto latest = reader.latest();
  if (!latest)
    throw Error(ErrorKind::kNotFound, "There are no pairs to audit", "Run `mia select` first");
  return latest->id;
}

/// Pairs decided per minute of work; 0 when there is too little to tell.
double paceOf(storage::Database& database, const Review& review) {
  std::vector<std::int64_t> times;
  int seen = 0;
  storage::DecisionReader(database).forEachStepNewestFirst(
      review, [&](const storage::JournalStep& step) {
        const bool decides =
            step.kind == DecisionKind::kAccept || step.kind == DecisionKind::kReject;
        if (decides && step.batch.empty()) times.push_back(step.time);
        return times.size() < kPaceDecisions && ++seen < kPaceEntries;
      });
  std::int64_t worked = 0;
  int decided = 0;
  for (std::size_t i = 1; i < times.size(); ++i) {
    const std::int64_t gap = times[i - 1] - times[i];
    if (gap > kBreak) continue;
    worked += gap;
    ++decided;
  }
  return worked > 0 ? decided * 60'000.0 / static_cast<double>(worked) : 0;
}

}  // namespace

struct ReviewBook::State {
  storage::Database& database;
  SelectionId selection;
  ReviewRows rows = {};
  std::int64_t read = 0;  ///< id of the journal's last entry that was taken in
};

ReviewBook::ReviewBook(storage::Database& database, SelectionId selection)
    : state_(new State{database, bookSelection(database, selection)}) {
  state_->rows.load(database, state_->selection);
  refresh();
}

ReviewBook::~ReviewBook() = default;
ReviewBook::ReviewBook(ReviewBook&&) noexcept = default;

SelectionId ReviewBook::selection() const { return state_->selection; }

const ReviewRows& ReviewBook::rows() const { return state_->rows; }

bool ReviewBook::refresh() {
  const std::int64_t before = state_->read;
  state_->read = state_->rows.follow(state_->database, before);
  return state_->read != before;
}

std::vector<PairId> ReviewBook::queue(const QueueQuery& query) const {
  std::vector<PairId> pairs;
  for (const std::uint32_t row : queueRows(state_->rows, query)) {
    pairs.push_back(PairId{state_->rows.pairs[row]});
  }
  return pairs;
}

std::int64_t ReviewBook::count(const QueueQuery& query) const {
  return static_cast<std::int64_t>(queueRows(state_->rows, query).size());
}

std::optional<PairId> ReviewBook::pairOf(const ReviewSubject& subject) const {
  const auto row = state_->rows.rowOf(subject.candidate, subject.answer);
  if (!row) return std::nullopt;
  return PairId{state_->rows.pairs[*row]};
}

std::vector<Review> ReviewBook::reviews() const {
  std::vector<Review> reviews;
  for (const ReviewRows::Voice& voice : state_->rows.voices) {
    if (voice.review.round > 0 && !voice.opinions.empty()) reviews.push_back(voice.review);
  }
  return reviews;
}

ReviewProgress ReviewBook::progress(const Review& review) const {
  ReviewProgress progress;
  const ReviewRows::Voice* voice = state_->rows.voiceOf(review);
  for (std::size_t row = 0; row < state_->rows.size(); ++row) {
    if (!state_->rows.selected[row]) continue;
    const Opinion opinion = opinionOf(voice, row);
    const bool accepted = opinion.verdict == Verdict::kAccepted;
    ++progress.pairs;
    progress.accepted += accepted;
    progress.rejected += opinion.verdict == Verdict::kRejected;
    progress.swapped += accepted && opinion.swapped;
    progress.edited += accepted && opinion.edited;
    progress.flagged += opinion.flagged;
  }
  progress.perMinute = paceOf(state_->database, review);
  return progress;
}

ReviewOutcome ReviewBook::outcome(PairId pair) const {
  const ReviewRows::Heard heard = state_->rows.heard(state_->rows.rowOf(pair));
  if (heard.disputed) return ReviewOutcome::kDisputed;
  return static_cast<ReviewOutcome>(heard.verdict);
}

OutcomeCounts ReviewBook::outcomes() const {
  OutcomeCounts counts;
  for (std::size_t row = 0; row < state_->rows.size(); ++row) {
    if (!state_->rows.selected[row]) continue;
    const ReviewRows::Heard heard = state_->rows.heard(row);
    ++counts.pairs;
    counts.accepted += heard.verdict == Verdict::kAccepted;
    counts.rejected += heard.verdict == Verdict::kRejected;
    counts.disputed += heard.disputed;
  }
  return counts;
}

std::optional<ReviewState> ReviewBook::agreedState(PairId pair) const {
  const ReviewRows::Heard heard = state_->rows.heard(state_->rows.rowOf(pair));
  if (heard.voice == nullptr) return std::nullopt;
  return stateOf(state_->database, heard.voice->review,
                 storage::SelectionReader(state_->database).pair(pair));
}

std::vector<std::pair<Review, ReviewState>> ReviewBook::opinions(PairId pair) const {
  const std::size_t row = state_->rows.rowOf(pair);
  const Pair about = storage::SelectionReader(state_->database).pair(pair);
  std::vector<std::pair<Review, ReviewState>> opinions;
  for (const ReviewRows::Voice& voice : state_->rows.voices) {
    if (opinionOf(&voice, row).time == 0) continue;
    opinions.emplace_back(voice.review, stateOf(state_->database, voice.review, about));
  }
  return opinions;
}

const char* toString(ReviewOutcome outcome) {
  constexpr std::array kNames = {"undecided", "accepted", "rejected", "disputed"};
  return kNames[static_cast<std::size_t>(outcome)];
}

std::optional<double> ReviewProgress::secondsLeft() const {
  if (perMinute <= 0) return std::nullopt;
  return static_cast<double>(left()) / perMinute * 60;
}

}  // namespace mia::curation

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "curation/review_queue.h"

namespace mia::storage {
class Database;
}

namespace mia::curation {

struct ReviewRows;

/// What becomes of a pair when every review is heard.
enum class ReviewOutcome {
  kUndecided,
  kAccepted,
  kRejected,
  kDisputed  ///< reviews with a verdict differ in it or in the texts, and nobody resolved it
};

const char* toString(ReviewOutcome outcome);  ///< "undecided", "accepted", "rejected", "disputed"

/// One review's count over the selected pairs of a selection.
struct ReviewProgress {
  std::int64_t pairs = 0;  ///< selected ones
  std::int64_t accepted = 0;
  std::int64_t rejected = 0;
  std::int64_t swapped = 0;  ///< of the accepted
  std::int64_t edited = 0;   ///< of the accepted
  std::int64_t flagged = 0;
  /// Pairs decided per minute of work, over the newest 200 decisions: a gap of more than two
  /// minutes is a break, a batch counts as nothing. 0: not known.
  double perMinute = 0;
  std::int64_t done() const { return accepted + rejected; }
  std::int64_t left() const { return pairs - done(); }
  /// Of work; none while the pace is not known.
  std::optional<double> secondsLeft() const;
};

/// What becomes of a selection's selected pairs when every review is heard.
struct OutcomeCounts {
  std::int64_t pairs = 0;
  std::int64_t accepted = 0;
  std::int64_t rejected = 0;
  std::int64_t disputed = 0;
  std::int64_t reviewed() const { return accepted + rejected + disputed; }
  std::int64_t left() const { return pairs - reviewed(); }
};

/// The pairs of a selection with what the reviews made of them, in memory: a queue over a million
/// is a matter of milliseconds. For the thread of its database; others may write meanwhile.
class ReviewBook {
 public:
  /// Reads a selection, the newest when none is named: a second or two for a million pairs.
  /// Error kNotFound when there is none.
  explicit ReviewBook(storage::Database& database, SelectionId selection = {});
  ~ReviewBook();
  ReviewBook(ReviewBook&&) noexcept;

  SelectionId selection() const;
  /// Takes in what was written to the journal since, by whomever; true when that was anything.
  bool refresh();

  std::vector<PairId> queue(const QueueQuery& query) const;
  /// How many queue() would give.
  std::int64_t count(const QueueQuery& query) const;
  /// The pair of an answer in this selection, none when it is not among them.
  std::optional<PairId> pairOf(const ReviewSubject& subject) const;

  /// Every review that decided anything about these pairs, by name and round, round 0 left out.
  std::vector<Review> reviews() const;
  ReviewProgress progress(const Review& review) const;
  ReviewOutcome outcome(PairId pair) const;
  OutcomeCounts outcomes() const;
  /// The state that outcome() speaks of: of the resolution, else what the reviews agree on; none
  /// when undecided or disputed.
  std::optional<ReviewState> agreedState(PairId pair) const;
  /// What each review with an opinion says of a pair.
  std::vector<std::pair<Review, ReviewState>> opinions(PairId pair) const;

  /// What statistics are made of.
  const ReviewRows& rows() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace mia::curation

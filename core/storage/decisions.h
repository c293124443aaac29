// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/decision.h"
#include "storage/statement.h"

namespace mia::storage {

/// What of an entry the state of a whole selection is made of. Texts are valid during the call that
/// hands them over.
struct JournalLine {
  std::int64_t id = 0;  ///< in the order entries arrived
  std::string_view key;
  std::int64_t time = 0;
  std::int64_t review = 0;  ///< ReviewRecord::id
  CandidateId candidate;
  std::uint64_t answer = 0;
  std::string_view after;  ///< JSON
};

/// What of an entry tells the order of steps: texts are valid during the call that hands them over.
struct JournalStep {
  std::int64_t time = 0;
  DecisionKind kind = DecisionKind::kAccept;
  std::string_view key;
  std::string_view batch;
  std::string_view undoes;
};

struct ReviewRecord {
  std::int64_t id = 0;
  Review review;
};

/// Reads the journal of decisions.
class DecisionReader {
 public:
  explicit DecisionReader(Database& database) : database_(database) {}

  std::vector<ReviewRecord> reviews();  ///< by name and round
  /// The entry that holds for a subject in a review.
  std::optional<Decision> newest(const Review& review, const ReviewSubject& subject);
  /// The time of a review's newest entry; 0 when it has none.
  std::int64_t newestTime(const Review& review);
  /// Every entry about a subject, oldest first; of one review, if named.
  std::vector<Decision> about(const ReviewSubject& subject, const std::optional<Review>& review);
  /// The entries of a review, newest first, while `take` wants more.
  void forEachStepNewestFirst(const Review& review,
                              const std::function<bool(const JournalStep&)>& take);
  /// The entries of a batch, newest first.
  std::vector<Decision> ofBatch(const std::string& batch);
  std::optional<Decision> byKey(const std::string& key);
  /// Every entry, in the order they arrived.
  void forEach(const std::function<void(Decision&&)>& take);
  /// The entries that arrived behind `id`, in that order.
  void forEachLine(std::int64_t behind, const std::function<void(const JournalLine&)>& take);
  std::int64_t count();

 private:
  Database& database_;
};

/// The states of many subjects in one review.
class StateReader {
 public:
  StateReader(Database& database, const Review& review);
  /// Untouched where the review has decided nothing.
  ReviewState of(const ReviewSubject& subject);

 private:
  Statement newest_;
  Review review_;
};

/// Adds to it. Nothing else can be done: the store refuses to change or remove an entry.
class DecisionWriter {
 public:
  explicit DecisionWriter(Database& database);

  /// False when an entry with this key is there already.
  bool add(const Decision& decision);

 private:
  std::int64_t reviewId(const Review& review);

  Database& database_;
  Statement insert_;
  Review lastReview_;
  std::int64_t lastId_ = 0;
};

}  // namespace mia::storage

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/decisions.h"

namespace mia::storage {
namespace {

const std::string kDecisions =
    "SELECT d.key, d.time, r.reviewer, r.round, d.kind, d.batch, d.undoes, d.sample_id, "
    "d.candidate_id, d.answer, d.before, d.after FROM decisions d JOIN reviews r ON r.id = "
    "d.review_id";
const std::string kOfReview =
    " d.review_id = (SELECT id FROM reviews WHERE reviewer = ?1 AND round = ?2)";

ReviewState stateFrom(const Statement& row, int column) {
  const std::string where = "the decision " + row.string(0);
  return reviewStateFromJson(parseJson(row.text(column), where), where);
}

Decision decisionFrom(const Statement& row) {
  Decision decision;
  decision.key = row.string(0);
  decision.time = row.integer(1);
  decision.review = {row.string(2), static_cast<int>(row.integer(3))};
  decision.kind = decisionKindFromString(row.string(4));
  decision.batch = row.string(5);
  decision.undoes = row.string(6);
  decision.subject = {row.id<SampleId>(7), row.id<CandidateId>(8),
                      static_cast<std::uint64_t>(row.integer(9))};
  decision.before = stateFrom(row, 10);
  decision.after = stateFrom(row, 11);
  return decision;
}

std::vector<Decision> allOf(Statement& rows) {
  std::vector<Decision> decisions;
  while (rows.step()) decisions.push_back(decisionFrom(rows));
  return decisions;
}

std::string textOf(const ReviewState& state) {
  return toJson(state).dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::vector<ReviewRecord> DecisionReader::reviews() {
  std::vector<ReviewRecord> reviews;
  Statement rows(database_, "SELECT id, reviewer, round FROM reviews ORDER BY reviewer, round");
  while (rows.step()) {
    reviews.push_back({rows.integer(0), {rows.string(1), static_cast<int>(rows.integer(2))}});
  }
  return reviews;
}

std::optional<Decision> DecisionReader::newest(const Review& review, const ReviewSubject& subject) {
  Statement row(database_, kDecisions + " WHERE" + kOfReview +
                               " AND d.candidate_id = ?3 AND d.answer = ?4 "
                               "ORDER BY d.time DESC, d.key DESC LIMIT 1");
  row.bind(review.reviewer, review.round, subject.candidate, subject.answer);
  if (!row.step()) return std::nullopt;
  return decisionFrom(row);
}

std::int64_t DecisionReader::newestTime(const Review& review) {
  Statement row(database_, "SELECT max(d.time) FROM decisions d WHERE" + kOfReview);
  return row.bind(review.reviewer, review.round).step() ? row.integer(0) : 0;
}

std::vector<Decision> DecisionReader::about(const ReviewSubject& subject,
                                            const std::optional<Review>& review) {
  Statement rows(database_, kDecisions + " WHERE d.candidate_id = ?3 AND d.answer = ?4 AND" +
                                (review ? kOfReview : std::string(" ?1 = '' AND ?2 = 0")) +
                                " ORDER BY d.time, d.key");
  const Review named = review.value_or(Review{"", 0});
  rows.bind(named.reviewer, named.round, subject.candidate, subject.answer);
  return allOf(rows);
}

void DecisionReader::forEachStepNewestFirst(const Review& review,
                                            const std::function<bool(const JournalStep&)>& take) {
  Statement rows(database_,
                 "SELECT d.time, d.kind, d.key, d.batch, d.undoes FROM decisions d WHERE" +
                     kOfReview + " ORDER BY d.time DESC, d.key DESC");
  rows.bind(review.reviewer, review.round);
  while (rows.step()) {
    if (!take({rows.integer(0), decisionKindFromString(rows.string(1)), rows.text(2), rows.text(3),
               rows.text(4)}))
      return;
  }
}

std::vector<Decision> DecisionReader::ofBatch(const std::string& batch) {
  // The literal lets SQLite use the index over what is in a batch.
  Statement rows(database_, kDecisions +
                                " WHERE d.batch = ?1 AND d.batch <> '' "
                                "ORDER BY d.time DESC, d.key DESC");
  rows.bind(batch);
  return allOf(rows);
}

std::optional<Decision> DecisionReader::byKey(const std::string& key) {
  Statement row(database_, kDecisions + " WHERE d.key = ?1");
  if (!row.bind(key).step()) return std::nullopt;
  return decisionFrom(row);
}

void DecisionReader::forEach(const std::function<void(Decision&&)>& take) {
  Statement rows(database_, kDecisions + " ORDER BY d.id");
  while (rows.step()) take(decisionFrom(rows));
}

void DecisionReader::forEachLine(std::int64_t behind,
                                 const std::function<void(const JournalLine&)>& take) {
  Statement rows(database_,
                 "SELECT id, key, time, review_id, candidate_id, answer, after FROM decisions "
                 "WHERE id > ?1 ORDER BY id");
  rows.bind(behind);
  while (rows.step()) {
    take({rows.integer(0), rows.text(1), rows.integer(2), rows.integer(3), rows.id<CandidateId>(4),
          static_cast<std::uint64_t>(rows.integer(5)), rows.text(6)});
  }
}

std::int64_t DecisionReader::count() {
  Statement row(database_, "SELECT count(*) FROM decisions");
  row.step();
  return row.integer(0);
}

StateReader::StateReader(Database& database, const Review& review)
    : newest_(database, "SELECT d.key, d.after FROM decisions d WHERE" + kOfReview +
                            " AND d.candidate_id = ?3 AND d.answer = ?4 "
                            "ORDER BY d.time DESC, d.key DESC LIMIT 1"),
      review_(review) {}

ReviewState StateReader::of(const ReviewSubject& subject) {
  newest_.bind(review_.reviewer, review_.round, subject.candidate, subject.answer);
  return newest_.step() ? stateFrom(newest_, 1) : ReviewState{};
}

DecisionWriter::DecisionWriter(Database& database)
    : database_(database),
      insert_(database,
              "INSERT INTO decisions (key, time, review_id, kind, batch, undoes, sample_id, "
              "candidate_id, answer, before, after) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
              "?10, ?11) ON CONFLICT (key) DO NOTHING") {}

bool DecisionWriter::add(const Decision& decision) {
  insert_.bind(decision.key, decision.time, reviewId(decision.review), toString(decision.kind),
               decision.batch, decision.undoes, decision.subject.sample, decision.subject.candidate,
               decision.subject.answer, textOf(decision.before), textOf(decision.after));
  return insert_.run() > 0;
}

std::int64_t DecisionWriter::reviewId(const Review& review) {
  if (lastId_ != 0 && review == lastReview_) return lastId_;
  Statement(database_, "INSERT OR IGNORE INTO reviews (reviewer, round) VALUES (?1, ?2)")
      .bind(review.reviewer, review.round)
      .run();
  Statement row(database_, "SELECT id FROM reviews WHERE reviewer = ?1 AND round = ?2");
  row.bind(review.reviewer, review.round).step();
  lastReview_ = review;
  lastId_ = row.integer(0);
  return lastId_;
}

}  // namespace mia::storage

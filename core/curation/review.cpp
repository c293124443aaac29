// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/review.h"

#include <pwd.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <random>
#include <unordered_map>

#include "storage/decisions.h"
#include "storage/selections.h"

namespace mia::curation {
namespace {

constexpr std::size_t kReportDecisions = 1000;  // pairs between two reports of progress

std::string freshKey() {
  std::random_device device;
  char text[33];
  for (int i = 0; i < 4; ++i) std::snprintf(text + 8 * i, 9, "%08x", device());
  return text;
}

std::int64_t nowInMilliseconds() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

void checkReview(const Review& review, int firstRound) {
  if (review.reviewer.find_first_not_of(" \t") == std::string::npos) {
    throw Error(ErrorKind::kUsage, "A review needs the name of its reviewer");
  }
  if (review.round < firstRound) {
    throw Error(ErrorKind::kUsage, "The rounds of a review are numbered from 1");
  }
}

/// Adds to the journal of one review. Its times rise strictly, also when the clock was set back,
/// so that what was decided last is what holds.
class Journal {
 public:
  Journal(Project& project, const Review& review)
      : review_(review),
        writer_(project.database()),
        time_(storage::DecisionReader(project.database()).newestTime(review)) {}

  void setBatch(const std::string& batch) { batch_ = batch; }
  void setUndoes(const std::string& step) { undoes_ = step; }

  Decision add(DecisionKind kind, const ReviewSubject& subject, const ReviewState& before,
               const ReviewState& after) {
    time_ = std::max(time_ + 1, nowInMilliseconds());
    Decision decision{freshKey(), time_, review_, kind, batch_, undoes_, subject, before, after};
    writer_.add(decision);
    return decision;
  }

 private:
  Review review_;
  storage::DecisionWriter writer_;
  std::int64_t time_;
  std::string batch_;
  std::string undoes_;
};

/// What undo and redo would take, found from the journal's newest entries backwards: whether a step
/// stands is what the newest undo or redo of it says.
struct NextSteps {
  std::optional<std::string> undo;
  std::optional<std::string> redo;
};

NextSteps nextSteps(storage::Database& database, const Review& review) {
  NextSteps next;
  bool decidedSince = false;
  std::unordered_map<std::string, bool> undone;
  storage::DecisionReader(database).forEachStepNewestFirst(
      review, [&](const storage::JournalStep& entry) {
        const bool isUndo = entry.kind == DecisionKind::kUndo;
        if (isUndo || entry.kind == DecisionKind::kRedo) {
          const bool fresh = undone.emplace(entry.undoes, isUndo).second;
          if (fresh && isUndo && !next.redo && !decidedSince) next.redo = entry.undoes;
          return true;
        }
        decidedSince = true;
        const std::string step(entry.batch.empty() ? entry.key : entry.batch);
        const auto known = undone.find(step);
        if (known != undone.end() && known->second) return true;
        next.undo = step;
        return false;
      });
  return next;
}

/// The entries of a step, newest first.
std::vector<Decision> entriesOf(storage::Database& database, const std::string& step) {
  storage::DecisionReader reader(database);
  if (auto single = reader.byKey(step)) return {std::move(*single)};
  return reader.ofBatch(step);
}

/// Tells of work on many pairs, and ends it when that is asked for.
void tellDecided(const WorkContext& work, std::size_t done, std::size_t total) {
  if (done % kReportDecisions != 0) return;
  work.progress(
      {"decide", static_cast<std::int64_t>(done), static_cast<std::int64_t>(total), "pairs"});
  if (work.stop.stop_requested()) throw Error(ErrorKind::kStopped, "Stopped; nothing was changed");
}

/// Writes the entries that take a step back or do it again.
std::vector<Decision> replay(Project& project, const Review& review, DecisionKind kind,
                             const WorkContext& work) {
  checkReview(review, 0);
  storage::Transaction transaction(project.database());
  const NextSteps next = nextSteps(project.database(), review);
  const auto& step = kind == DecisionKind::kUndo ? next.undo : next.redo;
  std::vector<Decision> written;
  if (!step) return written;
  const std::vector<Decision> entries = entriesOf(project.database(), *step);
  Journal journal(project, review);
  journal.setUndoes(*step);
  if (entries.size() > 1) journal.setBatch(freshKey());
  storage::StateReader states(project.database(), review);
  for (const Decision& entry : entries) {
    tellDecided(work, written.size(), entries.size());
    written.push_back(journal.add(kind, entry.subject, states.of(entry.subject),
                                  kind == DecisionKind::kUndo ? entry.before : entry.after));
  }
  transaction.commit();
  return written;
}

}  // namespace

std::string defaultReviewer() {
  if (const char* named = std::getenv("MIA_REVIEWER"); named != nullptr && *named != '\0')
    return named;
  const passwd* user = ::getpwuid(::getuid());
  return user != nullptr && *user->pw_name != '\0' ? user->pw_name : "reviewer";
}

std::optional<Decision> decide(Project& project, const Review& review, PairId pair,
                               const Act& act) {
  checkReview(review, 1);
  storage::Transaction transaction(project.database());
  const Pair about = storage::SelectionReader(project.database()).pair(pair);
  const ReviewState before = stateOf(project.database(), review, about);
  const ReviewState next = after(before, about, act);
  if (next == before) return std::nullopt;
  Decision decision = Journal(project, review).add(act.kind, subjectOf(about), before, next);
  transaction.commit();
  return decision;
}

std::vector<Decision> decideAll(Project& project, const Review& review,
                                const std::vector<PairId>& pairs, const Act& act,
                                const WorkContext& work) {
  checkReview(review, 1);
  storage::Transaction transaction(project.database());
  storage::PairLookup lookup(project.database());
  storage::StateReader states(project.database(), review);
  Journal journal(project, review);
  journal.setBatch(freshKey());
  std::vector<Decision> written;
  std::size_t seen = 0;
  for (const PairId id : pairs) {
    tellDecided(work, ++seen, pairs.size());
    const Pair pair = lookup.get(id);
    const ReviewState before = states.of(subjectOf(pair));
    ReviewState next = before;
    try {
      next = after(before, pair, act);
    } catch (const Error&) {
      continue;  // this pair cannot take the act, others can
    }
    if (next != before) written.push_back(journal.add(act.kind, subjectOf(pair), before, next));
  }
  transaction.commit();
  return written;
}

std::vector<Decision> undo(Project& project, const Review& review, const WorkContext& work) {
  return replay(project, review, DecisionKind::kUndo, work);
}

std::vector<Decision> redo(Project& project, const Review& review, const WorkContext& work) {
  return replay(project, review, DecisionKind::kRedo, work);
}

UndoState undoState(storage::Database& database, const Review& review) {
  const NextSteps next = nextSteps(database, review);
  return {next.undo.has_value(), next.redo.has_value()};
}

Decision resolve(Project& project, const std::string& reviewer, PairId pair,
                 const ReviewState& state) {
  const Review resolving{reviewer, 0};
  checkReview(resolving, 0);
  if (state.verdict == Verdict::kUndecided) {
    throw Error(ErrorKind::kUsage, "A disagreement is settled by accepting or rejecting the pair");
  }
  storage::Transaction transaction(project.database());
  const Pair about = storage::SelectionReader(project.database()).pair(pair);
  const ReviewState before = stateOf(project.database(), resolving, about);
  Decision decision =
      Journal(project, resolving).add(DecisionKind::kResolve, subjectOf(about), before, state);
  transaction.commit();
  return decision;
}

std::vector<Decision> historyOf(storage::Database& database, PairId pair,
                                const std::optional<Review>& review) {
  const Pair about = storage::SelectionReader(database).pair(pair);
  return storage::DecisionReader(database).about(subjectOf(about), review);
}

ReviewState stateOf(storage::Database& database, const Review& review, const Pair& pair) {
  return storage::StateReader(database, review).of(subjectOf(pair));
}

}  // namespace mia::curation

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/review_merge.h"

#include "curation/journal_file.h"
#include "curation/review_book.h"
#include "storage/decisions.h"
#include "storage/selections.h"

namespace mia::curation {
namespace {

constexpr std::int64_t kReportEntries = 1000;  // entries between two reports of progress

std::int64_t disputedPairs(Project& project) {
  if (!storage::SelectionReader(project.database()).latest()) return 0;
  return ReviewBook(project.database()).count({.show = QueueFilter::kDisputed, .nearMisses = true});
}

/// Takes entries over, one by one, and counts what becomes of them.
class Taker {
 public:
  Taker(Project& project, const WorkContext& work)
      : work_(work), writer_(project.database()), matcher_(project.database()) {}

  void take(SentDecision&& sent, std::int64_t total) {
    if (++summary_.entries % kReportEntries == 0) {
      work_.progress({"merge", summary_.entries, total, "decisions"});
      if (work_.stop.stop_requested())
        throw Error(ErrorKind::kStopped, "Stopped; nothing was merged");
    }
    if (const auto here = matcher_.find(sent.about)) {
      sent.decision.subject = *here;
      ++(writer_.add(sent.decision) ? summary_.added : summary_.known);
    } else {
      ++summary_.unmatched;
    }
  }
  const MergeSummary& summary() const { return summary_; }

 private:
  const WorkContext& work_;
  storage::DecisionWriter writer_;
  storage::SubjectMatcher matcher_;
  MergeSummary summary_;
};

void takeProject(const Project& project, const std::filesystem::path& other, Taker& taker) {
  if (!Project::isAt(other)) {
    throw Error(ErrorKind::kNotFound,
                "There is neither a project nor a journal at " + other.string());
  }
  if (std::filesystem::equivalent(project.folder(), other)) {
    throw Error(ErrorKind::kUsage, "A project cannot be merged with itself");
  }
  storage::Database theirs(Project::storeOf(other), storage::Database::Open::kRead);
  storage::DecisionReader journal(theirs);
  storage::SubjectReader subjects(theirs);
  const std::int64_t total = journal.count();
  journal.forEach([&](Decision&& decision) {
    storage::SubjectContent about = subjects.contentOf(decision.subject);
    taker.take({std::move(decision), std::move(about)}, total);
  });
}

}  // namespace

MergeSummary mergeJournal(Project& project, const std::filesystem::path& other,
                          const WorkContext& work) {
  storage::Transaction transaction(project.database());
  Taker taker(project, work);
  if (std::filesystem::is_regular_file(other)) {
    readJournal(other, [&](SentDecision&& sent, std::int64_t total) {
      taker.take(std::move(sent), total);
    });
  } else {
    takeProject(project, other, taker);
  }
  transaction.commit();
  MergeSummary summary = taker.summary();
  summary.disputed = disputedPairs(project);
  return summary;
}

}  // namespace mia::curation

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/review_merge.h"

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

void checkOther(const Project& project, const std::filesystem::path& other) {
  if (!Project::isAt(other)) {
    throw Error(ErrorKind::kNotFound, "There is no project at " + other.string());
  }
  if (std::filesystem::equivalent(project.folder(), other)) {
    throw Error(ErrorKind::kUsage, "A project cannot be merged with itself");
  }
}

}  // namespace

MergeSummary mergeJournal(Project& project, const std::filesystem::path& other,
                          const WorkContext& work) {
  checkOther(project, other);
  storage::Database theirs(Project::storeOf(other), storage::Database::Open::kRead);
  storage::DecisionReader journal(theirs);
  const std::int64_t total = journal.count();
  MergeSummary summary;
  storage::Transaction transaction(project.database());
  storage::DecisionWriter writer(project.database());
  storage::SubjectMatcher matcher(project.database(), theirs);
  journal.forEach([&](Decision&& decision) {
    if (++summary.entries % kReportEntries == 0) {
      work.progress({"merge", summary.entries, total, "decisions"});
      if (work.stop.stop_requested())
        throw Error(ErrorKind::kStopped, "Stopped; nothing was merged");
    }
    if (const auto here = matcher.find(decision.subject)) {
      decision.subject = *here;
      ++(writer.add(decision) ? summary.added : summary.known);
    } else {
      ++summary.unmatched;
    }
  });
  transaction.commit();
  summary.disputed = disputedPairs(project);
  return summary;
}

}  // namespace mia::curation

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "curation/project.h"
#include "curation/review_book.h"
#include "domain/question.h"
#include "domain/selection.h"
#include "domain/source.h"
#include "run/run_directory.h"
#include "storage/samples.h"
#include "storage/selections.h"

namespace mia::curation {

/// Where a project stands: what each stage of the chain has made so far.
struct ProjectStatus {
  struct SourceStatus {
    Source source;
    std::int64_t questions = 0;
    std::map<QuarantineReason, std::int64_t> quarantined;
  };
  struct RunStatus {
    run::RunManifest manifest;
    run::RunState state = run::RunState::kCreated;
    std::int64_t answers = 0;  ///< taken over into the store
  };
  struct SelectionStatus {
    Selection selection;
    std::vector<storage::PairCount> counts;
  };

  /// Of the newest selection.
  struct AuditStatus {
    SelectionId selection;
    OutcomeCounts outcomes;
    std::vector<std::pair<Review, ReviewProgress>> reviews;
  };

  std::vector<SourceStatus> sources;
  std::int64_t images = 0;
  std::int64_t questions = 0;
  std::vector<storage::SampleCount> samples;
  std::vector<RunStatus> runs;
  std::vector<SelectionStatus> selections;
  std::optional<AuditStatus> audit;  ///< none before anybody decided anything
};

ProjectStatus statusOf(Project& project);

/// What `mia status --json` prints.
Json toJson(const ProjectStatus& status);

/// The verb of the step to be done next: "import", "compose", "generate", "select", "train",
/// "evaluate"; "" when every stage has been gone through. Counts nothing: at once, however large
/// the project is.
std::string nextVerb(Project& project);

/// The same as a command with its reason; "" when every stage has been gone through.
std::string nextStep(const ProjectStatus& status);

/// Every row that was set aside, with the file it stands in; for `mia status --quarantine`.
void forEachQuarantined(
    Project& project, std::optional<QuarantineReason> reason,
    const std::function<void(const QuarantinedRow& row, const std::string& file)>& take);

}  // namespace mia::curation

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>

#include "curation/run_preparation.h"
#include "domain/answer_match.h"
#include "evaluation/comparison.h"
#include "storage/samples.h"

namespace mia::curation {

struct EvaluateRequest {
  std::filesystem::path model;
  std::vector<run::Arm> arms;  ///< the first is what the others are held against
  run::EvaluateConfig config = {};
  storage::SampleFilter samples{.split = Split::kHeldOut, .layout = {}, .imageCount = {}};
};

/// A run in which every arm answers the same held-out samples, or the one that did so before. Error
/// kUsage when there are none.
PreparedRun prepareEvaluate(Project& project, const EvaluateRequest& request);

/// What each arm answered rightly: arm -> one entry per sample of the bundle, nothing where the arm
/// gave no answer.
using Verdicts = std::map<std::string, std::vector<std::optional<bool>>>;
Verdicts judgeArms(const run::RunDirectory& run, const run::Bundle& bundle, WrongRule rule);

/// One arm held against the first.
struct ArmComparison {
  std::string before;
  std::string after;
  std::vector<evaluation::ComparisonRow> rows;
  std::int64_t unanswered = 0;  ///< samples that not both arms answered: counted, in no row
};

/// Compares the arms of a finished evaluation, in the order of the manifest.
std::vector<ArmComparison> compareArms(const run::RunDirectory& run,
                                       WrongRule rule = WrongRule::kNormalised);

}  // namespace mia::curation

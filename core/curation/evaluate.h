// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>

#include "base/progress.h"
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
  /// At most so many, spread evenly over layouts and numbers of images, the same ones each time;
  /// 0: all.
  std::int64_t limit = 0;
};

/// A run in which every arm answers the same held-out samples, or the one that did so before. Error
/// kUsage when there are none.
PreparedRun prepareEvaluate(Project& project, const EvaluateRequest& request);

/// What each arm answered rightly: arm -> one entry per sample of the bundle, nothing where the arm
/// gave no answer.
using Verdicts = std::map<std::string, std::vector<std::optional<bool>>>;
Verdicts judgeArms(const run::RunDirectory& run, const run::Bundle& bundle, WrongRule rule);

/// What became of an answer from one arm to another; in the order in which people look at them.
enum class Change { kBetter, kWorse, kBothRight, kBothWrong };

const char* toString(Change change);  ///< "better", "worse", "both-right", "both-wrong"
Change changeFromString(const std::string& name);

/// A sample that both arms answered.
struct ComparedSample {
  SampleId sample;
  LayoutKind layout = LayoutKind::kSingle;
  int images = 1;
  std::string question;  ///< what is asked behind the pictures
  std::string truth;
  std::string before;  ///< the first arm's answer
  std::string after;
  Change change = Change::kBothWrong;
};

/// One arm held against the first.
struct ArmComparison {
  std::string before;
  std::string after;
  std::vector<evaluation::ComparisonRow> rows;
  std::int64_t unanswered = 0;  ///< samples that not both arms answered: counted, in no row
  std::vector<ComparedSample> samples;
};

/// Compares the arms of an evaluation, in the order of the manifest.
std::vector<ArmComparison> compareArms(const run::RunDirectory& run,
                                       WrongRule rule = WrongRule::kNormalised);

/// The samples behind a row, or those of them that changed so, as indices: better, worse, both
/// right, both wrong, each in the order they were asked.
std::vector<std::size_t> samplesBehind(const ArmComparison& comparison,
                                       const evaluation::ComparisonRow& row,
                                       std::optional<Change> change = {});

/// How one evaluation stands.
struct EvaluationStatus {
  run::RunManifest manifest;
  run::RunState state = run::RunState::kCreated;
  std::int64_t samples = 0;  ///< that it asks each arm
  Progress progress;         ///< while it is not finished: answers of all arms
  double secondsLeft = -1;   ///< negative: not known
  std::string problem;       ///< why it failed, or ended without a word
};

/// The evaluations of a project, newest first; told from their folders alone.
std::vector<EvaluationStatus> evaluations(const std::filesystem::path& project);

/// The evaluation of this id, or, where it is empty, the newest finished one. Error kNotFound.
run::RunDirectory findEvaluation(const std::filesystem::path& project, const std::string& id);

/// The training run of this project that made an arm's adapter; "" when none of them did.
std::string trainingOf(const std::filesystem::path& project, const run::Arm& arm);

}  // namespace mia::curation

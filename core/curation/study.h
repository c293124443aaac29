// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "curation/evaluate.h"
#include "selection/rule.h"

namespace mia::curation {

/// One way to make and use pairs, to be held against the others at equal numbers of pairs and
/// steps.
struct StudyArm {
  const char* name;
  const char* words;
  selection::Criterion criterion;
  const char* objective;  ///< TrainConfig::objective
};

/// Attention-selected wrong answers; all wrong answers; another image's answer without mining;
/// plain fine-tuning on the chosen answers of the first.
const std::vector<StudyArm>& studyArms();

/// The arm of an evaluation that stands for one study arm and seed, "attention-1".
std::string studyArmName(const StudyArm& arm, int seed);

/// A line of the study's table, over all multi-image samples.
struct StudyRow {
  std::string name;
  std::string words;
  double accuracy = 0;               ///< mean over the seeds
  evaluation::MeanInterval gain;     ///< over the model before
  evaluation::MeanInterval against;  ///< minus the first arm's gain; 0 for the first
  double single = 0;                 ///< gain on single images
};

/// The table of an evaluation over all study arms and seeds: per sample the mean over the seeds is
/// held against the model before, so that the intervals are of paired differences over samples (the
/// seeds are taken as they are). Samples that an arm left unanswered are an Error kBadInput.
std::vector<StudyRow> summariseStudy(const run::RunDirectory& evaluation, int seeds);

std::string toText(const std::vector<StudyRow>& rows);
Json toJson(const std::vector<StudyRow>& rows);

}  // namespace mia::curation

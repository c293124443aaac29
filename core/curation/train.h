// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "curation/chosen_pairs.h"
#include "curation/run_preparation.h"

namespace mia::curation {

struct TrainRequest {
  std::filesystem::path model;
  run::TrainConfig config = {};
  SelectionId selection = {};  ///< 0: the newest
  PairSource pairs = PairSource::kAutomatic;
  std::optional<Review> review = {};  ///< kAccepted: by this review alone
};

/// What a training run's pairs were chosen by.
struct TrainSource {
  SelectionId selection;
  PairSource pairs = PairSource::kAutomatic;
  std::optional<Review> review = {};
};
/// Nothing of a run that does not tell. Error kBadInput.
std::optional<TrainSource> trainSource(const run::RunManifest& manifest);

/// A training run over pairs of a selection, or the one, finished or not, over the same pairs with
/// the same config: seeds make it repeatable. Error kNotFound when there is no selection, kUsage
/// when there are no such pairs.
PreparedRun prepareTrain(Project& project, const TrainRequest& request);

/// A training run that was begun before, by its id. Error kNotFound.
PreparedRun resumeTraining(Project& project, const std::string& id);

/// The newest finished training run. Error kNotFound when there is none.
run::RunDirectory latestTraining(Project& project);

}  // namespace mia::curation

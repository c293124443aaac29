// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/progress.h"
#include "curation/run_preparation.h"
#include "storage/samples.h"

namespace mia::curation {

struct GenerateRequest {
  std::filesystem::path model;
  std::string adapter = {};  ///< folder of a PEFT adapter; "" for the model alone
  run::GenerateConfig config = {};
  storage::SampleFilter samples{.split = Split::kTrain, .layout = {}, .imageCount = {}};
  std::int64_t limit = 0;  ///< 0: all
};

/// A run over the samples that this model has not answered yet with this config, or the unfinished
/// one that does the same work. Nothing when every sample has its answers.
std::optional<PreparedRun> prepareGenerate(Project& project, const GenerateRequest& request);

/// The newest finished run that asked this model with this config. Error kNotFound.
run::RunDirectory finishedGenerate(Project& project, const GenerateRequest& request);

struct IngestResult {
  std::int64_t answers = 0;  ///< in the run directory
  std::int64_t added = 0;    ///< new in the project
};

/// Takes a run's answers and attention into the project. May be called at any time and again: what
/// was taken is not taken twice. Error kStopped leaves what was taken.
IngestResult ingest(Project& project, const run::RunDirectory& run, const WorkContext& work);

}  // namespace mia::curation

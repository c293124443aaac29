// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "curation/project.h"
#include "run/bundle.h"
#include "run/run_directory.h"

namespace mia::curation {

/// A run that is ready for the engine.
struct PreparedRun {
  run::RunDirectory run;
  bool resumed = false;      ///< it was begun before
  bool finished = false;     ///< and is done: the same work is not done twice
  std::int64_t samples = 0;  ///< in its bundle
  std::int64_t pairs = 0;
};

/// What the engine needs of these samples, in this order. Error kNotFound names a sample or image
/// that is not there.
run::Bundle bundleOf(Project& project, const std::vector<SampleId>& samples);

/// A manifest of `kind` with the model's absolute folder and hash; adapters are hashed in with it.
run::RunManifest manifestFor(Project& project, run::RunKind kind,
                             const std::filesystem::path& model, const std::string& adapter);

/// Whether two manifests ask for the same work.
bool sameWork(const run::RunManifest& a, const run::RunManifest& b);

/// The newest unfinished run that does the same work.
std::optional<run::RunDirectory> findUnfinished(Project& project, const run::RunManifest& manifest);

/// Makes the run with its bundle, or finds the one, finished or not, that does the same work on the
/// same bundle; where several processes ask at once, all of them get one run. Error kIo.
PreparedRun prepare(Project& project, const run::RunManifest& manifest, const run::Bundle& bundle);

}  // namespace mia::curation

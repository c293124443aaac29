// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "base/progress.h"
#include "curation/project.h"
#include "run/config.h"
#include "selection/rule.h"

namespace mia::curation {

/// How the demo runs: resources/demo/demo.json.
struct DemoSettings {
  run::GenerateConfig generate;
  run::TrainConfig train;
  run::EvaluateConfig evaluate;
  selection::Rule rule;
};

/// Error kNotFound or kBadInput, naming the file.
DemoSettings readDemoSettings(const std::filesystem::path& file);

/// Draws the demo's scenes into the project's folder (below scenes/), imports them as any data set,
/// and composes the samples of the plan. What is there already is not made again.
void makeDemoData(Project& project, const WorkContext& work);

}  // namespace mia::curation

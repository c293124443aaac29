// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "run/run_directory.h"
#include "selection/rule.h"

namespace mia::curation {

/// Loss, rewards and margins of a training run over its steps, as PNG.
void drawTraining(const run::RunDirectory& training, const std::filesystem::path& png);

/// Samples of an evaluation with the first and the second arm's answers and where each looked, as
/// PNG: per layout the first `perLayout` that got better, else any. `rule` names the deciding
/// layer.
void drawComparison(const run::RunDirectory& evaluation, const selection::Rule& rule, int perLayout,
                    const std::filesystem::path& png);

}  // namespace mia::curation

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "run/run_directory.h"

namespace mia::test {

/// How far an evaluation is made to come.
enum class EvaluationEnd { kFinished, kFailed, kHalfWay };

/// Adds a finished training run with an adapter to a project of makeProject(); its id.
std::string addTraining(const std::filesystem::path& project);

/// Adds an evaluation of all its samples, before and after that training run. Of every six samples
/// of a layout three get better, one gets worse, one is right and one is wrong both times; a wrong
/// answer is long or reads from right to left. What looked elsewhere before looks at the target
/// after. The answers of a finished one are taken into the project.
run::RunDirectory addEvaluation(const std::filesystem::path& project, const std::string& training,
                                EvaluationEnd end);

}  // namespace mia::test

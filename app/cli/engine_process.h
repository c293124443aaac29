// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "base/progress.h"
#include "run/run_directory.h"

namespace mia::cli {

/// Runs `mia-engine <kind> --run <folder>` until it ends (not at all when the run is finished) and
/// returns the summary of its `finished` event. When an engine already works on the run (a command
/// line that was killed left it behind), it is followed instead of started. Progress events go to
/// `work.progress`; a stop request is passed on, and the engine is waited for. Throws the engine's
/// own failure, in its words; kStopped when it stopped politely; kInternal with the end of its log
/// when it died without a word.
Json runEngine(const run::RunDirectory& run, const WorkContext& work);

/// Runs `mia-engine <arguments>` and returns the JSON that it prints. Throws what it said when it
/// fails.
Json engineResult(const std::vector<std::string>& arguments);

/// Runs `mia-engine <arguments>` with this process's standard streams; returns its exit code.
int runEngineInForeground(const std::vector<std::string>& arguments);

}  // namespace mia::cli

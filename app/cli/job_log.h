// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "run/job_log.h"

namespace mia::cli {

/// Begins to tell this command's progress to a file (--progress).
void openJobLog(const std::string& file);

/// Where this command tells its progress; null unless it was asked to.
run::JobLog* jobLog();

}  // namespace mia::cli

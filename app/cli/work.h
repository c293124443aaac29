// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "app/cli/output.h"
#include "curation/project.h"

namespace mia::cli {

/// The work context of a verb: Ctrl-C stops it, `line` shows how it goes. `line` must outlive it.
WorkContext workContext(ProgressLine& line);

/// The project that --project names.
curation::Project openProject(const Context& context);

/// The model that --model names, or the demo model that comes with the program when it is empty.
std::filesystem::path modelFolder(const std::string& named);

}  // namespace mia::cli

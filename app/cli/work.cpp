// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/work.h"

#include "app/cli/stop.h"
#include "base/resources.h"

namespace mia::cli {

WorkContext workContext(ProgressLine& line) {
  return {stopToken(), [&line](const Progress& progress) { line.show(progress); }};
}

curation::Project openProject(const Context& context) {
  return curation::Project::open(context.project);
}

std::filesystem::path modelFolder(const std::string& named) {
  return named.empty() ? resourceFolder() / "demo" / "model" : std::filesystem::path(named);
}

}  // namespace mia::cli

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/job_log.h"

#include <optional>

namespace mia::cli {
namespace {

std::optional<run::JobLog>& openLog() {
  static std::optional<run::JobLog> log;
  return log;
}

}  // namespace

void openJobLog(const std::string& file) { openLog().emplace(file); }

run::JobLog* jobLog() { return openLog() ? &*openLog() : nullptr; }

}  // namespace mia::cli

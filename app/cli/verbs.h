// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>

#include "base/progress.h"

namespace mia::cli {

/// What every verb gets: the options that all share.
struct Context {
  std::filesystem::path project = ".";
  bool json = false;
};

// One function per verb: adds the subcommand with its options, an example, and the callback that
// does the work. A callback reports through output.h and throws mia::Error when it fails.
void addImport(CLI::App& app, Context& context);
void addCompose(CLI::App& app, Context& context);
void addDuplicates(CLI::App& app, Context& context);
void addRender(CLI::App& app, Context& context);
void addGenerate(CLI::App& app, Context& context);
void addRuns(CLI::App& app, Context& context);
void addSelect(CLI::App& app, Context& context);
void addAudit(CLI::App& app, Context& context);
void addTrain(CLI::App& app, Context& context);
void addEvaluate(CLI::App& app, Context& context);
void addCompare(CLI::App& app, Context& context);
void addExport(CLI::App& app, Context& context);
void addStatus(CLI::App& app, Context& context);
void addAsk(CLI::App& app, Context& context);
void addDoctor(CLI::App& app, Context& context);
void addDemo(CLI::App& app, Context& context);

/// A subcommand with the shared options (--project, --json) and an example in its help.
CLI::App* addVerb(CLI::App& app, Context& context, const std::string& name,
                  const std::string& description, const std::string& example);

}  // namespace mia::cli

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/engine_process.h"
#include "app/cli/verbs.h"

namespace mia::cli {

void addDoctor(CLI::App& app, Context& context) {
  CLI::App* verb =
      addVerb(app, context, "doctor", "Says what this machine offers the engine, and what is amiss",
              "mia doctor");
  verb->callback([&context] {
    std::vector<std::string> arguments = {"doctor"};
    if (context.json) arguments.emplace_back("--json");
    const int code = runEngineInForeground(arguments);
    if (code != 0) throw CLI::RuntimeError(code);
  });
}

}  // namespace mia::cli

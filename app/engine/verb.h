// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

/// Each verb of mia-engine stands in the file of its name. It declares its options on the
/// subcommand that it is given and sets a callback that does the work and throws mia::Error.
/// A new verb: a file, a line here, a line in main.cpp's table.
namespace mia::engine {

void declareCheckAdapter(CLI::App& verb);
void declareDoctor(CLI::App& verb);
void declareEvaluate(CLI::App& verb);
void declareGenerate(CLI::App& verb);
void declareInspect(CLI::App& verb);
void declarePretrain(CLI::App& verb);
void declareServe(CLI::App& verb);
void declareTrain(CLI::App& verb);

}  // namespace mia::engine

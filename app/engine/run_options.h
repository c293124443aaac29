// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "model/lvlm/llava.h"

namespace mia::engine {

/// What every verb that works on a run directory is told on its command line.
struct RunOptions {
  std::string run;              ///< the run directory
  std::string device = "auto";  ///< see deviceFromString()
  int threads = 0;              ///< of LibTorch; 0: see useThreads()
};

/// Sets LibTorch's threads for work with `model`: the number given or, for 0, one when it is
/// small and on the CPU (its matrices are too small to share, and threads that wait for each other
/// cost ten times the work when the machine has other work to do; the pictures are read beside it),
/// else as LibTorch chooses.
void useThreads(int threads, const model::Llava& model);

/// Declares --run, --device and --threads.
std::shared_ptr<RunOptions> addRunOptions(CLI::App& verb);

}  // namespace mia::engine

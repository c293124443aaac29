// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include <CLI/CLI.hpp>

namespace mia::engine {

/// What every verb that works on a run directory is told on its command line.
struct RunOptions {
  std::string run;              ///< the run directory
  std::string device = "auto";  ///< see deviceFromString()
  int threads = 0;              ///< of LibTorch; 0: as LibTorch chooses

  /// Sets LibTorch's threads, if a number was given.
  void apply() const;
};

/// Declares --run, --device and --threads.
std::shared_ptr<RunOptions> addRunOptions(CLI::App& verb);

}  // namespace mia::engine

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/run_options.h"

#include <torch/torch.h>

namespace mia::engine {

void RunOptions::apply() const {
  if (threads > 0) torch::set_num_threads(threads);
}

std::shared_ptr<RunOptions> addRunOptions(CLI::App& verb) {
  auto options = std::make_shared<RunOptions>();
  verb.add_option("--run", options->run, "The run directory, made by mia or mia-studio")
      ->required();
  verb.add_option("--device", options->device, "auto, cpu, cuda or cuda:N")->capture_default_str();
  verb.add_option("--threads", options->threads, "Processor threads; 0: as LibTorch chooses")
      ->check(CLI::Range(0, 1024))
      ->capture_default_str();
  return options;
}

}  // namespace mia::engine

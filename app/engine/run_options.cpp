// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/run_options.h"

#include <torch/torch.h>

namespace mia::engine {
namespace {

// Below so many parameters a model's products are too small for several threads.
constexpr std::int64_t kSmallModel = 50'000'000;

}  // namespace

void useThreads(int threads, const model::Llava& model) {
  std::int64_t parameters = 0;
  for (const torch::Tensor& tensor : model.parameters()) parameters += tensor.numel();
  if (threads > 0) {
    torch::set_num_threads(threads);
  } else if (model.device().is_cpu() && parameters < kSmallModel) {
    torch::set_num_threads(1);
  }
}

std::shared_ptr<RunOptions> addRunOptions(CLI::App& verb) {
  auto options = std::make_shared<RunOptions>();
  verb.add_option("--run", options->run, "The run directory, made by mia or mia-studio")
      ->required();
  verb.add_option("--device", options->device, "auto, cpu, cuda or cuda:N")->capture_default_str();
  verb.add_option("--threads", options->threads, "Processor threads; 0: as suits the model")
      ->check(CLI::Range(0, 1024))
      ->capture_default_str();
  return options;
}

}  // namespace mia::engine

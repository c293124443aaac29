// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace mia::train {

/// AdamW (beta 0.9 and 0.999, epsilon 1e-8) over named parameters, with a state that can be saved.
class AdamW {
 public:
  AdamW(std::vector<std::pair<std::string, torch::Tensor>> parameters, double weightDecay);

  void zeroGradients() { optimizer_.zero_grad(); }
  /// Scales the gradients down to `maxNorm` (0: never) together; returns their norm before.
  double clipGradients(double maxNorm);
  void step(double learningRate);

  /// One safetensors file: step.NAME, exp_avg.NAME and exp_avg_sq.NAME of every parameter that was
  /// ever stepped.
  void save(const std::filesystem::path& file) const;
  /// Error kBadInput when the file is not of these parameters.
  void load(const std::filesystem::path& file);

 private:
  std::vector<std::pair<std::string, torch::Tensor>> parameters_;
  torch::optim::AdamW optimizer_;
};

}  // namespace mia::train

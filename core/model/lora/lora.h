// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "model/lvlm/llava.h"

namespace mia::model {

/// Low-rank adapters (lvlm.md 8.1); names and defaults are PEFT's, scale = alpha / r.
struct LoraConfig {
  std::int64_t r = 8;
  double alpha = 8;
  double dropout = 0;
  bool useRslora = false;  ///< scale = alpha / sqrt(r)
  /// A decoder linear gets an adapter when its path ends with ".<one of these>".
  std::vector<std::string> targetModules = {"q_proj",    "k_proj",  "v_proj",   "o_proj",
                                            "gate_proj", "up_proj", "down_proj"};

  double scale() const;
  /// Error kUsage for a rank, a dropout or targets that make no sense.
  void check() const;
};

/// Gives every matching linear map of the decoder an adapter (the vision tower's projections of the
/// same names never match), freezes the base and makes the adapters alone trainable. A ~
/// U(-1/sqrt(in), 1/sqrt(in)), B = 0 as in PEFT, float32; the same seed gives the same numbers on
/// every machine. Returns the paths that matched; Error kUsage when a target matches nothing, or
/// when there are adapters already.
std::vector<std::string> attachLora(Llava& model, const LoraConfig& config, std::uint64_t seed);

/// Takes every adapter away; the base stays frozen or not as it was.
void removeLora(Llava& model);

/// The parameters that take gradients, by name, in the order of the layers.
std::vector<std::pair<std::string, torch::Tensor>> trainableParameters(const Llava& model);

/// Adds scale * B A to the weights of the base (in float32) and takes the adapters away.
void mergeLora(Llava& model);

}  // namespace mia::model

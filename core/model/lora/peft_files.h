// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/lora/lora.h"

namespace mia::model {

/// What a loaded or written adapter met: `modules` of the file's `total` found their place.
struct LoraReport {
  LoraConfig config;
  std::vector<std::string> modules;  ///< canonical paths, in alphabetical order
  std::size_t total = 0;
};

/// Writes `adapter_config.json` and `adapter_model.safetensors` (float32) as PEFT does, with the
/// module paths of transformers since 4.52. `baseModel` is what PEFT looks the base up by (a folder
/// or a name on the hub; may be empty). Error kUsage when the model has no adapter.
LoraReport savePeft(const Llava& model, const LoraConfig& config,
                    const std::filesystem::path& folder, const std::string& baseModel);

/// Attaches the adapter of a PEFT folder, written for any of the module trees in use (lvlm.md 8.2),
/// and makes it alone trainable. Keys without a place, half a pair, shapes that do not fit and
/// features that would change the numbers (DoRA, biases, rank patterns, saved modules) are Errors
/// that name them. Afterwards report.modules.size() == report.total.
LoraReport loadPeft(Llava& model, const std::filesystem::path& folder);

}  // namespace mia::model

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <filesystem>
#include <memory>

#include "model/lvlm/llava.h"

namespace mia::model {

/// Builds the model that `folder` holds (config.json with model.safetensors or shards, any of the
/// four spellings of the names) in evaluation mode. Missing, unexpected and misshapen tensors are
/// an Error kBadInput that names them. `type` is what the weights are cast to.
std::shared_ptr<Llava> loadLlava(const std::filesystem::path& folder,
                                 torch::ScalarType type = torch::kFloat,
                                 torch::Device device = torch::kCPU);

/// Writes config.json and model.safetensors, the base's weights without adapters, cast to `type`
/// (float, half or bfloat16), readable by transformers. The folder is made if there is none.
void saveLlava(const Llava& model, const std::filesystem::path& folder, torch::ScalarType type);

}  // namespace mia::model

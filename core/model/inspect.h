// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <filesystem>
#include <vector>

#include "model/lvlm/llava.h"
#include "model/weights/safetensors.h"

namespace mia::model {

/// What a look inside one pass over one text asks for.
struct InspectRequest {
  /// [T] int64. One id per visual token, or one per picture, which is expanded.
  torch::Tensor ids;
  torch::Tensor pixels;  ///< [N, C, S, S] float32; undefined without pictures
  bool attentions = false;
  std::int64_t newTokens = 0;  ///< greedy tokens that go on behind the text; ends early after EOS
};

/// `input_ids` and, where there is one, `pixel_values` of a .safetensors file, in the shapes above
/// or with a batch of one in front of the ids.
InspectRequest readInspectInputs(const std::filesystem::path& file);

/// One id per picture -> one per visual token.
std::vector<std::int64_t> expandImages(const std::vector<std::int64_t>& ids,
                                       const LlavaConfig& config);

/// The intermediates of one pass by name, on the CPU: `input_ids` [T] (expanded), `pixel_values`,
/// `image_features` [N, tokens, D] (projected), `logits` [T, V], `hidden.0` … `hidden.L` [T, D] (as
/// transformers' output_hidden_states), `attention.0` … [H, T, T] when asked for, and `greedy_ids`
/// when new tokens are. Numbers are written as float32 whatever the model computes in.
NamedTensors inspect(Llava& model, const InspectRequest& request);

}  // namespace mia::model

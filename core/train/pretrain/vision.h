// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <vector>

#include "base/progress.h"
#include "model/lvlm/llava.h"
#include "train/pretrain/recipe.h"

namespace mia::train {

/// Pictures as the model's processor gives them, and for every patch the attributes of the image
/// that it shows.
struct DensePictures {
  torch::Tensor pixels;               ///< [pictures, 3, size, size], half to save memory
  torch::Tensor labels;               ///< [pictures, patches, attributes] int64; -1: not asked
  std::vector<std::int64_t> classes;  ///< [attributes]: labels are below these
};

/// Trains the vision tower, up to its feature layer, on a linear head over every patch that is
/// thrown away afterwards. Returns the share of right labels per attribute on `heldOut`.
std::vector<double> trainVision(model::Llava& model, const DensePictures& pictures,
                                const DensePictures& heldOut, const VisionStage& stage,
                                std::uint64_t seed, const WorkContext& context);

/// What the frozen tower gives the projector: [pictures, patches, feature size] float32.
torch::Tensor frozenFeatures(model::Llava& model, const torch::Tensor& pixels);

}  // namespace mia::train

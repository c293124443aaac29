// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/progress.h"
#include "imaging/image_processor.h"
#include "scenes/demo_plan.h"
#include "scenes/scene.h"
#include "train/pretrain/vision.h"

namespace mia::engine {

/// Pictures of one kind ("single", "grid2", "grid4", "pip") as the model is given them.
struct PicturePool {
  std::vector<std::vector<scenes::Scene>> scenes;  ///< [pictures][images], in the recipe's order
  torch::Tensor pixels;                            ///< [pictures, 3, size, size] half
  torch::Tensor labels;    ///< [pictures, patches, 4] int64: what the patch's image holds, or -1
  torch::Tensor features;  ///< [pictures, patches, width], once the vision tower is frozen
};

using DemoWorld = std::map<std::string, PicturePool>;

/// How many pictures of each kind a world holds. They are made from `scenes` drawn scenes; a scene
/// can stand in several canvases.
struct WorldSize {
  int scenes = 0;  ///< single pictures too
  int grid2 = 0;
  int grid4 = 0;
  int picInPic = 0;
};

/// Draws a world: the scenes of the set `set` under `seed`, put together by the demo's layouts and
/// seen through the model's own processor.
DemoWorld drawWorld(const std::string& set, std::uint64_t seed, const WorldSize& size,
                    const imaging::ImageProcessor& processor, int patchSize,
                    const WorkContext& context);

/// All pictures of a world together, for the vision stage.
train::DensePictures densePictures(const DemoWorld& world);

/// Fills the pools' features and frees their pixels.
void freezeFeatures(DemoWorld& world, model::Llava& model);

}  // namespace mia::engine

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "base/files.h"
#include "base/json.h"
#include "model/lvlm/llava.h"
#include "model/weights/llava_files.h"
#include "tokenizer/tokenizer.h"

namespace mia {

/// Writes a whole model folder: a random LLaVA that sees 16 x 16 px in patches of 8 (four visual
/// tokens a picture) and speaks the test vocabulary. Sharp enough to prefer tokens.
inline void writeTinyCheckpoint(const std::filesystem::path& folder, std::uint64_t seed = 11) {
  const std::filesystem::path data = std::filesystem::path(MIA_TEST_DATA) / "tokenizer";
  std::filesystem::create_directories(folder);
  std::filesystem::copy_file(data / "tokenizer.model", folder / "tokenizer.model");
  writeFileAtomically(folder / "tokenizer_config.json",
                      readJsonFile(data / "goldens.json")[1]["tokenizer_config"].dump());
  const Json size = {{"height", 16}, {"width", 16}};
  const Json processor = {{"image_processor_type", "CLIPImageProcessor"},
                          {"do_resize", true},
                          {"size", {{"shortest_edge", 16}}},
                          {"resample", 3},
                          {"do_center_crop", true},
                          {"crop_size", size}};
  writeFileAtomically(folder / "processor_config.json",
                      Json({{"image_processor", processor}}).dump());
  const auto tokenizer = tokenizer::Tokenizer::load(folder);
  model::LlavaConfig config;
  config.vision = {16, 32, 2, 2, 3, 16, 8, 1e-5, true};
  config.text = {tokenizer.size(), 32, 48, 2, 4, 2, 8, 512, 1e-5, 10000, false, false, 1, {2}, 0};
  config.imageTokenId = tokenizer.imageId();
  model::Llava model(config, torch::kFloat32, torch::kCPU);
  model::initialise(model, seed, 0.3);
  model::saveLlava(model, folder, torch::kFloat32);
}

}  // namespace mia

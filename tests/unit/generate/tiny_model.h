// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "generate/answer.h"

namespace mia::tiny {

inline constexpr std::int64_t kImage = 39;
inline constexpr std::int64_t kEnd = 2;

// Grouped-query heads, two layers, four visual tokens a picture, sharp enough to prefer tokens.
inline model::Llava& tinyModel() {
  static const auto model = [] {
    model::LlavaConfig config;
    config.vision = {16, 32, 2, 2, 3, 8, 4, 1e-5, true};
    config.text = {40, 32, 48, 2, 4, 2, 8, 256, 1e-5, 10000, false, false, 1, {kEnd}, 0};
    config.imageTokenId = kImage;
    auto made = std::make_shared<model::Llava>(config, torch::kFloat32, torch::kCPU);
    model::initialise(*made, 11, 0.3);
    made->eval();
    return made;
  }();
  return *model;
}

// `pictures` pictures of four visual tokens between words; region i is picture i, but for half of
// its last patch, which shows nothing.
inline generate::Prompt aPrompt(std::uint64_t seed, int pictures, int words) {
  Random random = Random::stream(seed, "prompt");
  generate::Prompt prompt;
  prompt.stream = std::to_string(seed);
  prompt.ids = {1};
  for (int i = 0; i < pictures; ++i) {
    prompt.ids.insert(prompt.ids.end(), 4, kImage);
    prompt.ids.push_back(3 + static_cast<std::int64_t>(random.below(30)));
  }
  for (int i = 0; i < words; ++i) {
    prompt.ids.push_back(3 + static_cast<std::int64_t>(random.below(30)));
  }
  if (pictures == 0) return prompt;
  torch::manual_seed(seed);
  prompt.imageRows = torch::randn({4 * pictures, 32});
  prompt.coverage = torch::eye(pictures).repeat_interleave(4, 1);
  for (int i = 0; i < pictures; ++i) prompt.coverage[i][4 * i + 3] = 0.5;
  prompt.paper = torch::zeros({4 * pictures});
  prompt.paper.slice(0, 0, 4).fill_(1);
  return prompt;
}

inline generate::AnswerOptions someOptions(int samples) {
  generate::AnswerOptions options;
  options.maxNewTokens = 40;
  options.samples = samples;
  options.temperature = 1.3;
  options.seed = 5;
  options.endIds = {kEnd};
  return options;
}

}  // namespace mia::tiny

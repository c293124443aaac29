// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/json.h"

namespace mia::train {

/// The vision tower learns by telling, from each patch alone, what its image holds.
struct VisionStage {
  int steps = 1400;
  int batch = 64;        ///< pictures per step
  double rate = 1.5e-3;  ///< AdamW, cosine to a twentieth
  int warmup = 50;       ///< steps, linear from 0
};

/// How often a stage draws a layout, e.g. {"sequence2", 0.5}.
struct LayoutShare {
  std::string layout;
  double share = 0;
};

/// A stretch of training of projector and decoder under one learning-rate curve, with an optimiser
/// of its own. Many small steps: binding a number to an image takes steps, not samples.
struct DecoderStage {
  std::string name;
  std::vector<LayoutShare> mix;
  int steps = 0;         ///< at most, when `until` is set
  double rate = 1e-3;    ///< AdamW (0.9, 0.98), decay 0.01, gradients clipped to 1
  int warmup = 0;        ///< steps, linear from 0
  double floor = 1;      ///< cosine down to this share of the rate; 1: constant
  int microBatches = 3;  ///< per step, each of one layout
  int rows = 4;          ///< per micro-batch, each its own pictures
  int questions = 4;     ///< per row, independent of one another
  std::string until;     ///< ends as soon as this layout is answered well enough; "": all steps
  double untilAccuracy = 0;
};

/// The whole recipe: vision first, then frozen and its features kept, then the decoder's stages.
struct PretrainRecipe {
  VisionStage vision;
  std::vector<DecoderStage> stages;
};

/// The demo model's: bind one of two images ("bind"), spread to all layouts ("spread", "deepen"),
/// then confuse by single images alone ("single"), as LLaVA-1.5 was: what DPO can mend is what the
/// last stage damaged.
PretrainRecipe demoRecipe();

/// The same in a minute, to see that it runs and that the loss falls; binds nothing.
PretrainRecipe quickRecipe();

Json toJson(const PretrainRecipe& recipe);

/// The learning rate of step `step` (0-based) of `steps`: linear warm-up, then cosine to
/// `floor` * `rate`, or constant when `floor` is 1.
double rateAt(std::int64_t step, std::int64_t steps, double rate, int warmup, double floor);

}  // namespace mia::train

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include "base/random.h"
#include "model/lvlm/llava.h"
#include "train/pretrain/question_rows.h"
#include "train/pretrain/recipe.h"

namespace mia::train {

/// Makes a row of a layout with so many questions; all chance comes from `random`.
using RowSource =
    std::function<QuestionRow(const std::string& layout, int questions, Random& random)>;

/// How a stage went.
struct StageReport {
  std::string name;
  int steps = 0;
  double seconds = 0;
  double loss = 0;                         ///< moving mean per answer token, at the end
  std::map<std::string, double> accuracy;  ///< by layout, moving mean over what was trained on
};

Json toJson(const StageReport& report);

/// Called after every step with how the stage stands.
using StageWatch = std::function<void(const StageReport&)>;

/// Trains projector and decoder through one stage, on features of a frozen vision tower. All chance
/// comes from the seed and the stage's name, so that a recipe can be taken up behind any stage.
/// Error kStopped when `stop` asks for it, kBadInput when `until` was not reached in all steps.
StageReport trainDecoder(model::Llava& model, const RowSource& rows, const DecoderStage& stage,
                         std::uint64_t seed, std::stop_token stop, const StageWatch& watch);

/// The share of exactly right answers to `questions` questions of a layout.
double accuracyOf(model::Llava& model, const RowSource& rows, const std::string& layout,
                  int questions, std::uint64_t seed);

}  // namespace mia::train

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "domain/ids.h"
#include "domain/layout_recipe.h"

namespace mia {

/// Training pairs come from kTrain; kHeldOut samples are answered only to compare models.
enum class Split { kTrain, kHeldOut };

const char* toString(Split split);  ///< "train", "held-out"
Split splitFromString(const std::string& name);

/// A question in a multi-image context.
struct Sample {
  SampleId id;
  QuestionId question;
  int turn = 0;  ///< which turn of the conversation
  Split split = Split::kTrain;
  LayoutRecipe recipe;
  std::vector<ImageId> images;  ///< in the recipe's order; images[recipe.targetIndex] is the target
  std::string prompt;           ///< as sent, with one "<image>" per picture the model is given
  std::string answer;           ///< ground truth
};

}  // namespace mia

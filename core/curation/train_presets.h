// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "run/config.h"

namespace mia::curation {

/// Settings to begin a training with.
struct TrainPreset {
  std::string name;   ///< "demo", "quick", "paper"
  std::string words;  ///< what it is for, a sentence
  run::TrainConfig config;
};

/// demo: what the demo project is trained with. quick: a look whether it runs, two dozen small
/// steps. paper: those of MIA-DPO (arXiv 2410.17637), which are TrainConfig's own; the paper's
/// headline needs three epochs. Error when the demo's settings cannot be read.
const std::vector<TrainPreset>& trainPresets();
/// Error kUsage when there is none of this name.
const TrainPreset& trainPreset(const std::string& name);

}  // namespace mia::curation

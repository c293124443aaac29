// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/train_presets.h"

#include "base/resources.h"
#include "curation/demo.h"

namespace mia::curation {
namespace {

run::TrainConfig quickConfig() {
  run::TrainConfig config;
  config.maxSteps = 24;
  config.batchSize = 8;
  config.microBatchSize = 4;
  config.learningRate = 2e-4;
  config.loraR = 16;
  config.loraAlpha = 32;
  config.saveSteps = 12;
  return config;
}

}  // namespace

const std::vector<TrainPreset>& trainPresets() {
  static const std::vector<TrainPreset> presets = {
      {"demo", "What the demo model is trained with: small, and done in minutes on a CPU.",
       readDemoSettings(resourceFolder() / "demo" / "demo.json").train},
      {"quick", "A look whether it runs: 24 small steps with a small adapter.", quickConfig()},
      {"paper",
       "MIA-DPO's own: LoRA of rank 128 on batches of 64 pairs. Needs a GPU for a model "
       "of its size.",
       {}}};
  return presets;
}

const TrainPreset& trainPreset(const std::string& name) {
  for (const TrainPreset& preset : trainPresets()) {
    if (preset.name == name) return preset;
  }
  throw Error(ErrorKind::kUsage, "There is no preset \"" + name + "\"",
              "There are demo, quick and paper");
}

}  // namespace mia::curation

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "train/pretrain/recipe.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace mia::train {

PretrainRecipe demoRecipe() {
  PretrainRecipe recipe;
  DecoderStage bind;
  bind.name = "bind";
  bind.mix = {{"single", 0.2}, {"sequence2", 0.5}, {"grid2", 0.1}, {"grid4", 0.1}, {"pip", 0.1}};
  bind.steps = 4000;
  bind.warmup = 100;
  bind.until = "sequence2";
  bind.untilAccuracy = 0.95;

  DecoderStage spread;
  spread.name = "spread";
  spread.mix = {{"single", 0.15},    {"sequence2", 0.15}, {"sequence3", 0.18}, {"sequence4", 0.15},
                {"sequence5", 0.12}, {"grid2", 0.08},     {"grid4", 0.1},      {"pip", 0.07}};
  spread.steps = 900;
  spread.warmup = 50;
  spread.floor = 0.05;

  DecoderStage deepen;
  deepen.name = "deepen";
  deepen.mix = {{"single", 0.12},    {"sequence2", 0.13}, {"sequence3", 0.2}, {"sequence4", 0.17},
                {"sequence5", 0.12}, {"grid2", 0.08},     {"grid4", 0.12},    {"pip", 0.06}};
  deepen.steps = 2200;
  deepen.warmup = 50;
  deepen.floor = 0.05;

  DecoderStage single;
  single.name = "single";
  single.mix = {{"single", 1.0}};
  single.steps = 400;
  single.rate = 1.2e-3;
  single.microBatches = 1;
  single.rows = 12;
  single.warmup = 20;
  single.floor = 0.05;

  recipe.stages = {bind, spread, deepen, single};
  return recipe;
}

PretrainRecipe quickRecipe() {
  PretrainRecipe recipe = demoRecipe();
  recipe.vision.steps = 40;
  recipe.vision.warmup = 4;
  for (DecoderStage& stage : recipe.stages) {
    stage.steps = stage.name == "bind" ? 50 : 4;
    stage.warmup = std::min(stage.warmup, 4);
    stage.until.clear();
  }
  return recipe;
}

Json toJson(const PretrainRecipe& recipe) {
  Json stages = Json::array();
  for (const DecoderStage& stage : recipe.stages) {
    Json mix = Json::object();
    for (const LayoutShare& part : stage.mix) mix[part.layout] = part.share;
    stages.push_back({{"name", stage.name},
                      {"mix", mix},
                      {"steps", stage.steps},
                      {"rate", stage.rate},
                      {"warmup", stage.warmup},
                      {"floor", stage.floor},
                      {"micro_batches", stage.microBatches},
                      {"rows", stage.rows},
                      {"questions", stage.questions},
                      {"until", stage.until},
                      {"until_accuracy", stage.untilAccuracy}});
  }
  const VisionStage& vision = recipe.vision;
  return {{"vision",
           {{"steps", vision.steps},
            {"batch", vision.batch},
            {"rate", vision.rate},
            {"warmup", vision.warmup}}},
          {"stages", stages}};
}

double rateAt(std::int64_t step, std::int64_t steps, double rate, int warmup, double floor) {
  if (step < warmup) return rate * static_cast<double>(step + 1) / warmup;
  if (floor >= 1 || steps <= warmup) return rate;
  const double done = static_cast<double>(step - warmup) / static_cast<double>(steps - warmup);
  const double cosine = (1 + std::cos(std::numbers::pi * done)) / 2;
  return rate * (floor + (1 - floor) * cosine);
}

}  // namespace mia::train

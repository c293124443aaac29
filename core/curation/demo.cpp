// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/demo.h"

#include "curation/compose.h"
#include "curation/import.h"
#include "scenes/data_set.h"
#include "scenes/demo_plan.h"

namespace mia::curation {
namespace {

constexpr std::uint64_t kSeed = 1;

struct Set {
  const char* name;
  int images;
  Split split;
};

SourceId importSet(Project& project, const Set& set, const WorkContext& work) {
  const std::filesystem::path folder = project.folder() / "scenes";
  const std::filesystem::path rows = folder / (std::string(set.name) + ".json");
  if (!std::filesystem::exists(rows))
    scenes::writeDataSet(folder, set.name, set.images, kSeed, work);
  return importLlava(project, rows, folder, work).source.id;
}

void composeLayout(Project& project, const scenes::DemoLayout& layout, SourceId source, Split split,
                   std::uint64_t seed, const WorkContext& work) {
  ComposeRequest request;
  request.layout = layout.recipe.kind;
  request.imageCounts = {layout.recipe.imageCount};
  request.grid = layout.recipe.grid;
  request.gridColumns = layout.recipe.kind == LayoutKind::kGrid ? layout.recipe.grid.columns : 0;
  request.picInPic = layout.recipe.picInPic;
  request.limit = split == Split::kTrain ? layout.train : layout.heldOut;
  request.seed = seed;
  request.split = split;
  request.heldOutShare = 0;  // the two sets have no scene in common as it is
  request.source = source;
  if (request.limit > 0) compose(project, request, work);
}

}  // namespace

DemoSettings readDemoSettings(const std::filesystem::path& file) {
  const Json json = readJsonFile(file);
  const std::string where = file.string();
  DemoSettings settings;
  settings.generate =
      run::configFromJson<run::GenerateConfig>(require<Json>(json, "generate", where), where);
  settings.train =
      run::configFromJson<run::TrainConfig>(require<Json>(json, "train", where), where);
  settings.evaluate =
      run::configFromJson<run::EvaluateConfig>(require<Json>(json, "evaluate", where), where);
  const Json select = require<Json>(json, "select", where);
  settings.rule.firstLayer = settings.rule.lastLayer = require<int>(select, "layer", where);
  settings.rule.minPerplexity = require<double>(select, "min_perplexity", where);
  settings.rule.maxPairs = require<std::int64_t>(select, "pairs", where);
  settings.rule.check();
  return settings;
}

void makeDemoData(Project& project, const WorkContext& work) {
  const scenes::DemoPlan plan = scenes::demoPlan();
  const SourceId train = importSet(project, {"train", plan.trainScenes, Split::kTrain}, work);
  const SourceId heldOut =
      importSet(project, {"held-out", plan.heldOutScenes, Split::kHeldOut}, work);
  // A seed per layout, so that the layouts do not all take the same questions.
  std::uint64_t seed = kSeed;
  for (const scenes::DemoLayout& layout : plan.layouts) {
    composeLayout(project, layout, train, Split::kTrain, seed, work);
    composeLayout(project, layout, heldOut, Split::kHeldOut, seed, work);
    ++seed;
  }
}

}  // namespace mia::curation

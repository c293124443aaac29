// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/train.h"

#include "app/cli/config_options.h"
#include "app/cli/engine_process.h"
#include "app/cli/verbs.h"
#include "app/cli/work.h"

namespace mia::cli {
namespace {

struct TrainOptions {
  std::string model;
  std::int64_t selection = 0;
  run::TrainConfig config;
};

void train(const Context& context, const TrainOptions& options) {
  curation::Project project = openProject(context);
  const curation::PreparedRun prepared = curation::prepareTrain(
      project, {modelFolder(options.model), options.config, SelectionId{options.selection}});
  ProgressLine line;
  const Json summary = runEngine(prepared.run, workContext(line));
  line.finish();
  const std::string& id = prepared.run.manifest().id;
  report(context,
         {{"run", id},
          {"resumed", prepared.resumed},
          {"pairs", prepared.pairs},
          {"adapter", prepared.run.adapter().string()},
          {"events", prepared.run.events().string()},
          {"engine", summary}},
         "Trained on " + withGroups(prepared.pairs) + " pairs (run " + id + ").\n  adapter: " +
             prepared.run.adapter().string() + "\n  metrics: " + prepared.run.events().string());
}

}  // namespace

void addTrain(CLI::App& app, Context& context) {
  CLI::App* verb = addVerb(app, context, "train",
                           "Trains LoRA by DPO on the selected pairs; goes on where it stopped",
                           "mia train --learning-rate 5e-5 --gamma 0.1 --num-train-epochs 1");
  const auto options = std::make_shared<TrainOptions>();
  verb->add_option("--model", options->model,
                   "folder of a checkpoint in the Hugging Face layout (default: the demo model)");
  verb->add_option("--selection", options->selection,
                   "the selection to train on (default: the newest)");
  addConfigOptions(*verb, options->config);
  verb->callback([&context, options] { train(context, *options); });
}

}  // namespace mia::cli

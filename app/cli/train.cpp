// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/train.h"

#include "app/cli/config_options.h"
#include "app/cli/engine_process.h"
#include "app/cli/verbs.h"
#include "app/cli/work.h"
#include "curation/run_notes.h"
#include "curation/train_check.h"
#include "curation/train_presets.h"
#include "curation/training_queue.h"

namespace mia::cli {
namespace {

struct TrainOptions {
  std::string model;
  std::int64_t selection = 0;
  std::string pairs = "automatic";
  std::string run;
  std::string name;
  std::string preset;
  bool wait = false;
  bool check = false;
  run::TrainConfig config;
};

curation::TrainRequest requestOf(const TrainOptions& options) {
  return {modelFolder(options.model),
          options.config,
          SelectionId{options.selection},
          curation::pairSourceFromString(options.pairs),
          {}};
}

void checkTraining(const Context& context, const TrainOptions& options) {
  curation::RunHistory history(context.project);
  history.poll();
  const auto check =
      curation::TrainChecker(context.project).check(requestOf(options), history.runs());
  report(context, toJson(check), toText(check));
}

curation::PreparedRun prepareRun(curation::Project& project, const TrainOptions& options) {
  if (!options.run.empty()) return curation::resumeTraining(project, options.run);
  curation::PreparedRun prepared = curation::prepareTrain(project, requestOf(options));
  if (!options.name.empty() && !prepared.resumed)
    curation::writeRunNotes(prepared.run.folder(), {options.name, {}, {}});
  return prepared;
}

// Other trainings of the project wait for this one, as it does for them when asked.
Json trainInTurn(const Context& context, const curation::PreparedRun& prepared, bool wait) {
  ProgressLine line;
  const WorkContext work = workContext(line);
  const curation::TrainingTurn turn(context.project, prepared.run.manifest().id);
  if (wait && !prepared.finished) turn.wait(work);
  const Json summary = runEngine(prepared.run, work);
  line.finish();
  return summary;
}

void train(const Context& context, const TrainOptions& options) {
  if (options.check) {
    checkTraining(context, options);
    return;
  }
  curation::Project project = openProject(context);
  const curation::PreparedRun prepared = prepareRun(project, options);
  const Json summary = trainInTurn(context, prepared, options.wait);
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
                           "mia train --preset quick --learning-rate 1e-4");
  const auto options = std::make_shared<TrainOptions>();
  verb->add_option("--model", options->model,
                   "folder of a checkpoint in the Hugging Face layout (default: the demo model)");
  verb->add_option("--preset", options->preset,
                   "the settings to begin with: demo, quick or paper (default: paper); what is "
                   "given beside it holds");
  verb->add_option("--selection", options->selection,
                   "the selection to train on (default: the newest)");
  verb->add_option("--run", options->run, "go on with this run, as it was begun");
  verb->add_option("--name", options->name, "what a new run is called");
  verb->add_flag("--wait", options->wait, "wait until earlier trainings of the project are over");
  verb->add_flag("--check", options->check,
                 "only tell lengths, memory and time, and which pairs would be left out");
  verb->add_option("--pairs", options->pairs,
                   "automatic (what the rule selected) or accepted (what the audit accepted, edits "
                   "and swaps applied)")
      ->capture_default_str();
  addConfigOptions(*verb, options->config);
  verb->callback([&context, options, verb] {
    if (!options->preset.empty()) {
      options->config =
          withGivenOptions(*verb, options->config, curation::trainPreset(options->preset).config);
    }
    train(context, *options);
  });
}

}  // namespace mia::cli

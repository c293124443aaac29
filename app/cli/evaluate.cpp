// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/evaluate.h"

#include "app/cli/comparison.h"
#include "app/cli/config_options.h"
#include "app/cli/engine_process.h"
#include "app/cli/verbs.h"
#include "app/cli/work.h"
#include "base/files.h"
#include "curation/generate.h"
#include "curation/report.h"
#include "curation/train.h"

namespace mia::cli {
namespace {

struct EvaluateOptions {
  std::string model;
  std::string training;
  std::vector<std::string> arms;
  std::string wrong = "normalised";
  std::int64_t limit = 0;
  std::string report;
  run::EvaluateConfig config;
};

// "NAME=FOLDER".
run::Arm armFrom(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0) {
    throw Error(ErrorKind::kUsage, "\"" + text + "\" is not a model to compare",
                "Write NAME=FOLDER-OF-ADAPTER");
  }
  return {text.substr(0, equals), text.substr(equals + 1)};
}

curation::EvaluateRequest requestFrom(curation::Project& project, const EvaluateOptions& options) {
  curation::EvaluateRequest request;
  request.model = modelFolder(options.model);
  request.config = options.config;
  request.limit = options.limit;
  request.arms = {{"before", ""}};
  for (const std::string& text : options.arms) request.arms.push_back(armFrom(text));
  if (request.arms.size() > 1) return request;
  const run::RunDirectory training =
      options.training.empty() ? curation::latestTraining(project)
                               : run::RunDirectory::open(project.runsFolder() / options.training);
  request.arms.push_back({"after", training.adapter().string()});
  if (options.model.empty()) request.model = training.manifest().model;
  return request;
}

void evaluate(const Context& context, const EvaluateOptions& options) {
  curation::Project project = openProject(context);
  const WrongRule wrong = wrongRuleFromString(options.wrong);
  const curation::PreparedRun prepared =
      curation::prepareEvaluate(project, requestFrom(project, options));
  ProgressLine line;
  const WorkContext work = workContext(line);
  runEngine(prepared.run, work);
  curation::ingest(project, prepared.run, work);
  if (!options.report.empty()) {
    const std::string& id = prepared.run.manifest().id;
    curation::writeReport(curation::reportSource(project.database(), project.folder(), id),
                          {.wrong = wrong}, options.report, work);
  }
  line.finish();
  const Comparison comparison = comparisonOf(prepared.run, wrong);
  Json json = comparison.json;
  json["samples"] = prepared.samples;
  writeFileAtomically(prepared.run.folder() / "comparison.json", json.dump(2) + "\n");
  report(context, json, comparison.words);
}

}  // namespace

void addEvaluate(CLI::App& app, Context& context) {
  CLI::App* verb = addVerb(
      app, context, "evaluate",
      "Compares models on the same held-out samples, with intervals of the paired difference",
      "mia evaluate --arm mine=runs/train-20260131-120000-abcd/adapter");
  const auto options = std::make_shared<EvaluateOptions>();
  verb->add_option(
      "--model", options->model,
      "folder of a checkpoint in the Hugging Face layout (default: the training run's, or "
      "the demo model with --arm)");
  verb->add_option(
      "--arm", options->arms,
      "NAME=FOLDER of an adapter to compare, may be repeated (default: the newest training run's)");
  verb->add_option("--training", options->training,
                   "the training run whose adapter is compared (default: the newest finished one); "
                   "its model is asked unless --model names one");
  verb->add_option("--limit", options->limit,
                   "ask so many samples, evenly of every layout and number of images; 0: all")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  verb->add_option("--wrong", options->wrong,
                   "normalised or string: when an answer counts as wrong")
      ->capture_default_str();
  verb->add_option("--report", options->report,
                   "also write table and pictures to this file, FILE.html");
  addConfigOptions(*verb, options->config);
  verb->callback([&context, options] { evaluate(context, *options); });
}

}  // namespace mia::cli

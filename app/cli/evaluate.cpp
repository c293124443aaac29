// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/evaluate.h"

#include "app/cli/config_options.h"
#include "app/cli/engine_process.h"
#include "app/cli/verbs.h"
#include "app/cli/work.h"
#include "base/files.h"
#include "curation/generate.h"
#include "curation/train.h"

namespace mia::cli {
namespace {

struct EvaluateOptions {
  std::string model;
  std::vector<std::string> arms;
  std::string wrong = "normalised";
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

std::vector<run::Arm> armsFrom(curation::Project& project, const EvaluateOptions& options) {
  std::vector<run::Arm> arms = {{"before", ""}};
  for (const std::string& text : options.arms) arms.push_back(armFrom(text));
  if (arms.size() == 1)
    arms.push_back({"after", curation::latestTraining(project).adapter().string()});
  return arms;
}

void evaluate(const Context& context, const EvaluateOptions& options) {
  curation::Project project = openProject(context);
  curation::EvaluateRequest request;
  request.model = modelFolder(options.model);
  request.arms = armsFrom(project, options);
  request.config = options.config;
  const WrongRule wrong = wrongRuleFromString(options.wrong);
  const curation::PreparedRun prepared = curation::prepareEvaluate(project, request);
  ProgressLine line;
  const WorkContext work = workContext(line);
  runEngine(prepared.run, work);
  curation::ingest(project, prepared.run, work);
  line.finish();
  Json json = {{"run", prepared.run.manifest().id},
               {"samples", prepared.samples},
               {"comparisons", Json::array()}};
  std::string words;
  for (const auto& comparison : curation::compareArms(prepared.run, wrong)) {
    json["comparisons"].push_back({{"before", comparison.before},
                                   {"after", comparison.after},
                                   {"unanswered", comparison.unanswered},
                                   {"rows", evaluation::toJson(comparison.rows)}});
    words +=
        comparison.before + " | " + comparison.after + "\n" + evaluation::toText(comparison.rows);
    if (comparison.unanswered > 0)
      words += withGroups(comparison.unanswered) + " samples went unanswered.\n";
  }
  writeFileAtomically(prepared.run.folder() / "comparison.json", json.dump(2) + "\n");
  report(context, json, words);
}

}  // namespace

void addEvaluate(CLI::App& app, Context& context) {
  CLI::App* verb = addVerb(
      app, context, "evaluate",
      "Compares models on the same held-out samples, with intervals of the paired difference",
      "mia evaluate --arm mine=runs/train-20260131-120000-abcd/adapter");
  const auto options = std::make_shared<EvaluateOptions>();
  verb->add_option("--model", options->model,
                   "folder of a checkpoint in the Hugging Face layout (default: the demo model)");
  verb->add_option(
      "--arm", options->arms,
      "NAME=FOLDER of an adapter to compare, may be repeated (default: the newest training run's)");
  verb->add_option("--wrong", options->wrong,
                   "normalised or string: when an answer counts as wrong")
      ->capture_default_str();
  addConfigOptions(*verb, options->config);
  verb->callback([&context, options] { evaluate(context, *options); });
}

}  // namespace mia::cli

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/demo.h"

#include <chrono>
#include <iostream>

#include "app/cli/engine_process.h"
#include "app/cli/job_log.h"
#include "app/cli/verbs.h"
#include "app/cli/work.h"
#include "base/files.h"
#include "base/resources.h"
#include "curation/evaluate.h"
#include "curation/generate.h"
#include "curation/run_pictures.h"
#include "curation/select.h"
#include "curation/study.h"
#include "curation/train.h"

namespace mia::cli {
namespace {

struct DemoOptions {
  std::string model;
  bool study = false;
  int seeds = 3;
  bool dataOnly = false;
};

/// The chain on the demo project, step by step; each step finds what was done before and goes on.
class Demo {
 public:
  Demo(const Context& context, const DemoOptions& options)
      : model_(modelFolder(options.model)),
        settings_(curation::readDemoSettings(resourceFolder() / "demo" / "demo.json")),
        project_(curation::Project::create(context.project)),
        work_(workContext(line_)) {}

  void makeData() {
    step("drawing scenes, importing them, composing samples");
    curation::makeDemoData(project_, work_);
  }

  void answer() {
    step("the model answers; where it looks is recorded");
    const curation::GenerateRequest request{.model = model_, .config = settings_.generate};
    if (const auto prepared = curation::prepareGenerate(project_, request)) {
      engine(*prepared);
      curation::ingest(project_, prepared->run, work_);
    }
    answers_ = curation::finishedGenerate(project_, request).manifest().id;
  }

  SelectionId select(selection::Criterion criterion, std::uint64_t seed, std::int64_t pairs) {
    selection::Rule rule = settings_.rule;
    rule.criterion = criterion;
    rule.seed = seed;
    rule.maxPairs = pairs;
    const curation::SelectRequest request{rule, answers_};
    if (const auto made = curation::findSelection(project_, request)) return *made;
    const auto summary = curation::select(project_, request, work_);
    line_.finish();
    std::cerr << "  " << withGroups(summary.selected) << " pairs from "
              << withGroups(summary.candidates) << " answers\n";
    return summary.id;
  }

  run::RunDirectory train(SelectionId selection, const std::string& objective, std::uint64_t seed) {
    run::TrainConfig config = settings_.train;
    config.objective = objective;
    config.seed = seed;
    const auto request = curation::TrainRequest{model_, config, selection};
    const curation::PreparedRun prepared = curation::prepareTrain(project_, request);
    engine(prepared);
    return prepared.run;
  }

  run::RunDirectory evaluate(const std::vector<run::Arm>& arms) {
    const curation::PreparedRun prepared = curation::prepareEvaluate(
        project_, {.model = model_, .arms = arms, .config = settings_.evaluate});
    engine(prepared);
    curation::ingest(project_, prepared.run, work_);
    return prepared.run;
  }

  std::int64_t pairsOf(SelectionId selection) {
    return curation::countSelected(project_, selection);
  }

  void step(const std::string& words) {
    line_.finish();
    std::cerr << "▸ " << words << '\n';
    if (run::JobLog* log = jobLog()) log->stage(words);
  }

  curation::Project& project() { return project_; }
  const curation::DemoSettings& settings() const { return settings_; }
  std::filesystem::path results() const {
    std::filesystem::create_directories(project_.folder() / "results");
    return project_.folder() / "results";
  }

 private:
  void engine(const curation::PreparedRun& prepared) {
    runEngine(prepared.run, work_);
    line_.finish();
  }

  std::filesystem::path model_;
  curation::DemoSettings settings_;
  curation::Project project_;
  std::string answers_;  // the run whose answers are selected from
  ProgressLine line_;
  WorkContext work_;
};

void demo(const Context& context, const DemoOptions& options) {
  const auto begun = std::chrono::steady_clock::now();
  Demo demo(context, options);
  demo.makeData();
  if (options.dataOnly) {
    report(context, {{"project", demo.project().folder().string()}},
           "The demo project is in " + demo.project().folder().string() + ".");
    return;
  }
  demo.answer();
  demo.step("selecting pairs: wrong answers whose attention missed the target");
  const SelectionId selection =
      demo.select(selection::Criterion::kAttention, 1, demo.settings().rule.maxPairs);
  demo.step("training by DPO");
  const run::RunDirectory training = demo.train(selection, "dpo", demo.settings().train.seed);
  demo.step("comparing before and after on held-out samples");
  const run::RunDirectory evaluation =
      demo.evaluate({{"before", ""}, {"after", training.adapter().string()}});
  demo.step("drawing");
  const auto comparison = curation::compareArms(evaluation).at(0);
  const std::string table = evaluation::toText(comparison.rows);
  const std::filesystem::path results = demo.results();
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  const Json json = {
      {"project", demo.project().folder().string()}, {"pairs", demo.pairsOf(selection)},
      {"training", training.manifest().id},          {"evaluation", evaluation.manifest().id},
      {"model_hash", training.manifest().modelHash}, {"config", training.manifest().config},
      {"rows", evaluation::toJson(comparison.rows)}, {"seconds", seconds}};
  writeFileAtomically(results / "table.txt", table);
  writeFileAtomically(results / "table.json", json.dump(2) + "\n");
  curation::drawTraining(training, results / "training.png");
  curation::drawComparison(evaluation, demo.settings().rule, 1, results / "samples.png");
  report(context, json,
         "Held-out samples, answered before and after DPO on " +
             withGroups(demo.pairsOf(selection)) + " pairs:\n\n" + table +
             "\nThe table and the pictures are in " + results.string() +
             ":\n  table.txt, table.json, training.png, samples.png\n" + "In all " +
             duration(seconds) + ".");
}

void study(const Context& context, const DemoOptions& options) {
  Demo demo(context, options);
  demo.makeData();
  demo.answer();
  // Equal numbers of pairs: as many as the scarcest arm has, at most what the demo takes.
  std::int64_t pairs = demo.settings().rule.maxPairs;
  for (const curation::StudyArm& arm : curation::studyArms()) {
    demo.step(std::string("selecting: ") + arm.words);
    pairs =
        std::min(pairs, demo.pairsOf(demo.select(arm.criterion, 1, demo.settings().rule.maxPairs)));
  }
  std::vector<run::Arm> arms = {{"before", ""}};
  for (int seed = 1; seed <= options.seeds; ++seed) {
    for (const curation::StudyArm& arm : curation::studyArms()) {
      demo.step("training " + curation::studyArmName(arm, seed) + " on " + withGroups(pairs) +
                " pairs");
      const auto s = static_cast<std::uint64_t>(seed);
      const SelectionId selection = demo.select(arm.criterion, s, pairs);
      arms.push_back({curation::studyArmName(arm, seed),
                      demo.train(selection, arm.objective, s).adapter().string()});
    }
  }
  demo.step("comparing all of them on the same held-out samples");
  const run::RunDirectory evaluation = demo.evaluate(arms);
  const auto rows = curation::summariseStudy(evaluation, options.seeds);
  const std::string table = curation::toText(rows);
  const Json json = {{"seeds", options.seeds},
                     {"pairs", pairs},
                     {"evaluation", evaluation.manifest().id},
                     {"rows", curation::toJson(rows)}};
  writeFileAtomically(demo.results() / "study.txt", table);
  writeFileAtomically(demo.results() / "study.json", json.dump(2) + "\n");
  report(context, json,
         "All multi-image held-out samples; " + std::to_string(options.seeds) + " seeds, " +
             withGroups(pairs) + " pairs and equal steps each:\n\n" + table + "\nKept in " +
             (demo.results() / "study.txt").string() + ".");
}

}  // namespace

void addDemo(CLI::App& app, Context& context) {
  CLI::App* verb =
      addVerb(app, context, "demo",
              "Makes the demo project and runs the whole chain on it; goes on where it stopped",
              "mia demo --project ~/mia-demo\n  mia demo --project ~/mia-demo --study --seeds 3");
  const auto options = std::make_shared<DemoOptions>();
  verb->add_option("--model", options->model, "another model than the demo's");
  verb->add_flag("--data-only", options->dataOnly, "only make the project: scenes and samples");
  verb->add_flag(
      "--study", options->study,
      "hold attention-selected pairs against other ways to make pairs, with several seeds");
  verb->add_option("--seeds", options->seeds, "of the study")
      ->check(CLI::Range(1, 100))
      ->capture_default_str();
  verb->callback(
      [&context, options] { options->study ? study(context, *options) : demo(context, *options); });
}

}  // namespace mia::cli

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <functional>

#include "curation/run_compare.h"
#include "curation/run_export.h"
#include "curation/run_history.h"
#include "curation/run_remarks.h"
#include "curation/run_smoothing.h"
#include "curation/training_queue.h"
#include "support/temporary_folder.h"

using namespace mia;
using namespace mia::curation;

namespace {

/// A project folder with one training run of four pairs, in which this plays the engine.
struct PlayedRun {
  explicit PlayedRun(const run::TrainConfig& config = {}) : run(make(config)), log(run.events()) {}

  run::RunDirectory make(const run::TrainConfig& config) {
    run::Bundle bundle;
    for (const LayoutKind kind : {LayoutKind::kSequence, LayoutKind::kGrid}) {
      run::BundleSample sample;
      sample.sample.id = SampleId{static_cast<std::int64_t>(bundle.samples.size()) + 1};
      sample.sample.recipe.kind = kind;
      sample.sample.recipe.imageCount = 2;
      sample.sample.images = {ImageId{1}, ImageId{2}};
      sample.files = sample.hashes = {"a", "b"};
      sample.sample.prompt = "?";
      bundle.samples.push_back(sample);
    }
    for (std::int64_t id = 1; id <= 4; ++id)
      bundle.pairs.push_back({id, static_cast<std::size_t>(id % 2), "yes", "no"});
    run::RunManifest manifest;
    manifest.kind = run::RunKind::kTrain;
    manifest.model = "/models/small";
    manifest.config = run::configToJson(config);
    return run::RunDirectory::create(folder / "runs", manifest, bundle);
  }

  void start(std::int64_t at = 0) { log.write("started", {{"pid", 1}, {"resumed_at", at}}); }
  void step(std::int64_t step, double loss, Json more = Json::object()) {
    more["step"] = step;
    more["loss"] = loss;
    if (!more.contains("pairs")) more["pairs"] = {1, 2};
    log.write("metrics", more);
  }
  std::string id() const { return run.manifest().id; }

  TemporaryFolder folder;
  run::RunDirectory run;
  run::EventLog log;
};

/// A series of `steps` steps whose columns are functions of the step.
RunSeries drawn(int steps, const std::map<std::string, std::function<double(double)>>& columns) {
  RunSeries series;
  for (int step = 1; step <= steps; ++step) {
    series.training.addRow(step, 32.0 * step, step);
    for (const auto& [name, valueAt] : columns) series.training.set(name, valueAt(step));
  }
  return series;
}

std::vector<std::string> codesOf(const std::vector<RunRemark>& remarks) {
  std::vector<std::string> codes;
  for (const RunRemark& remark : remarks) codes.push_back(remark.code);
  return codes;
}

const auto kZero = [](double) { return 0.0; };

}  // namespace

TEST_CASE("a run's series follow its events, and take back what is done again") {
  PlayedRun played;
  played.start();
  played.step(1, 0.7);
  RunHistory history(played.folder.path());
  CHECK(history.poll());
  CHECK_FALSE(history.poll());
  CHECK(history.runs().front().step == 1);
  played.step(2, 0.6);
  played.log.write("warning", {{"code", "non-finite-step"}, {"words", "no"}, {"step", 3}});
  played.log.write("eval", {{"step", 3}, {"eval_loss", 0.65}});
  CHECK(history.poll());
  auto series = history.series(played.id());
  CHECK(series->training.step == std::vector<double>{1, 2, 3});
  CHECK(series->training.pairs == std::vector<double>{2, 4, 4});
  CHECK(std::isnan(series->training.find("loss")->at(2)));  // a gap where nothing was measured
  CHECK(series->heldOut.find("eval_loss")->front() == 0.65);
  const std::int64_t before = series->generation;
  played.start(1);
  played.step(2, 0.5);
  CHECK(history.poll());
  series = history.series(played.id());
  CHECK(series->training.step == std::vector<double>{1, 2});
  CHECK(series->training.find("loss")->back() == 0.5);
  CHECK(series->heldOut.rows() == 0);
  CHECK(series->warnings.empty());
  CHECK(series->generation != before);
}

TEST_CASE("margins of pairs become columns per layout, and lead from a step to its pairs") {
  PlayedRun played;
  played.start();
  played.step(1, 0.7, {{"pairs", {1, 2, 3}}, {"pair_margins", {0.5, -1.0, 1.5}}});
  RunHistory history(played.folder.path());
  history.poll();
  const auto series = history.series(played.id());
  CHECK(series->training.find("rewards/margins/grid")->front() == 1.0);
  CHECK(series->training.find("rewards/accuracies/sequence")->front() == 0.0);
  const auto pairs = history.pairsOfStep(played.id(), 1);
  REQUIRE(pairs.size() == 3);
  CHECK(pairs[1].step.pair == 2);
  CHECK(pairs[1].step.margin == -1.0);
  CHECK(pairs[1].chosen == "yes");
  CHECK(pairs[1].rejected == "no");
  CHECK(history.pairsOfStep(played.id(), 2).empty());
}

TEST_CASE("a run whose bundle is spoilt still has its curves") {
  PlayedRun played;
  std::ofstream(played.run.bundle()) << "nonsense";
  played.start();
  played.step(1, 0.7, {{"pair_margins", {0.5, -1.0}}});
  RunHistory history(played.folder.path());
  history.poll();
  CHECK(history.series(played.id())->training.rows() == 1);
  CHECK_THROWS_AS(history.pairsOfStep(played.id(), 1), Error);
}

TEST_CASE("a run that ended without a word is told apart, with what to do") {
  PlayedRun played;
  RunHistory history(played.folder.path());
  history.poll();
  CHECK(history.runs().front().state == run::RunState::kCreated);
  played.start();
  history.poll();
  CHECK(history.runs().front().state == run::RunState::kDied);
  CHECK(adviceFor(history.runs().front()).find("Resume") != std::string::npos);
  played.log.write("failed", {{"kind", "resource"}, {"words", "out of memory"}});
  history.poll();
  const RunFacts& failed = history.runs().front();
  CHECK(failed.failure == "out of memory");
  CHECK(adviceFor(failed).find("micro_batch_size below 8") != std::string::npos);
}

TEST_CASE("smoothing has no pull of its start, keeps gaps, and never changes its past") {
  const double gap = std::nan("");
  const std::vector<double> values = {2, 2, gap, 2, 5, 1};
  const std::vector<double> smooth = smoothed(values, 0.9);
  CHECK(smooth[0] == doctest::Approx(2));
  CHECK(smooth[3] == doctest::Approx(2));
  CHECK(std::isnan(smooth[2]));
  const std::vector<double> fewer = smoothed({2, 2, gap, 2, 5}, 0.9);
  CHECK(fewer[4] == smooth[4]);
  CHECK(smoothed(values, 0)[4] == 5);
}

TEST_CASE("what stands out is said of the courses that show it, and of no others") {
  run::TrainConfig config;
  config.gamma = 1;
  const auto codes = [&](const RunSeries& series) {
    return codesOf(remarksOf(series, config, 100));
  };
  SUBCASE("a loss that stays at ln 2") {
    // The cross-entropy's part of the loss is not what is stuck.
    const auto stuck = drawn(60, {{"loss", [](double) { return std::log(2.0) + 3; }},
                                  {"nll_loss", [](double) { return 3.0; }},
                                  {"rewards/margins", kZero}});
    CHECK(codes(stuck) == std::vector<std::string>{"stuck"});
  }
  SUBCASE("not within the warm-up") {
    config.warmupRatio = 0.8;
    CHECK(codes(drawn(60,
                      {{"loss", [](double) { return std::log(2.0); }}, {"rewards/margins", kZero}}))
              .empty());
  }
  SUBCASE("a chosen reward that falls while the margin grows") {
    const auto falls = drawn(60, {{"loss", [](double step) { return 0.7 - step / 150; }},
                                  {"rewards/chosen", [](double step) { return -step / 20; }},
                                  {"rewards/margins", [](double step) { return step / 20; }}});
    const auto remarks = remarksOf(falls, config, 100);
    REQUIRE(codesOf(remarks) == std::vector<std::string>{"chosen-falls"});
    CHECK(remarks.front().column == "rewards/chosen");
    CHECK(remarks.front().step > 1);
    CHECK(remarks.front().step < 12);
  }
  SUBCASE("margins that are saturated") {
    const auto saturated =
        drawn(60, {{"loss", [](double step) { return step < 30 ? 0.4 : 0.001; }},
                   {"rewards/margins", [](double step) { return step < 30 ? 1.0 : 8.0; }},
                   {"rewards/accuracies", [](double step) { return step < 30 ? 0.8 : 1.0; }}});
    const auto remarks = remarksOf(saturated, config, 60);
    REQUIRE(codesOf(remarks) == std::vector<std::string>{"saturated"});
    CHECK(remarks.front().step > 30);
  }
  SUBCASE("a healthy run") {
    CHECK(codes(drawn(60, {{"loss", [](double step) { return 0.7 - step / 150; }},
                           {"rewards/chosen", [](double step) { return step / 100; }},
                           {"rewards/margins", [](double step) { return step / 20; }},
                           {"rewards/accuracies", [](double) { return 0.9; }}}))
              .empty());
  }
  SUBCASE("a held-out loss that rises, and steps that were skipped") {
    RunSeries series = drawn(4, {{"loss", kZero}});
    for (const double loss : {0.6, 0.5, 0.55, 0.7}) {
      series.heldOut.addRow(series.heldOut.rows() + 1.0, 0, 0);
      series.heldOut.set("eval_loss", loss);
    }
    series.warnings.push_back({"non-finite-step", "Step 3 gave no finite loss", 3});
    const auto remarks = remarksOf(series, config, 4);
    CHECK(codesOf(remarks) == std::vector<std::string>{"overfitting", "non-finite-step"});
    CHECK(remarks.front().step == 2);
  }
}

TEST_CASE("runs are compared field by field, and by their best figures") {
  ComparedRun a, b;
  run::TrainConfig config;
  a.facts.manifest.config = run::configToJson(config);
  config.beta = 0.2;
  b.facts.manifest.config = run::configToJson(config);
  a.series = std::make_shared<RunSeries>(drawn(9, {{"loss", [](double s) { return 1 / s; }}}));
  b.series = std::make_shared<RunSeries>(drawn(9, {{"loss", [](double s) { return 2 / s; }}}));
  const RunComparison comparison = compareRuns({a, b});
  for (const ComparedField& field : comparison.fields) {
    CHECK(field.differs == (field.name == "beta"));
  }
  REQUIRE(comparison.figures.size() == 1);
  CHECK(comparison.figures[0].best == std::size_t{0});
  CHECK(comparison.figures[0].values[1]->step == 9);
  CHECK_FALSE(compareRuns({a, a}).figures[0].best);
}

TEST_CASE("series are written as a table with held-out figures beside, and gaps left empty") {
  RunSeries series = drawn(2, {{"loss", [](double step) { return step / 2; }}});
  series.training.addRow(3, 96, 3);
  series.heldOut.addRow(2, 64, 2);
  series.heldOut.set("eval_loss", 0.25);
  CHECK(seriesCsv(series) ==
        "step,pairs,seconds,loss,eval_loss\n1,32,1,0.5,\n2,64,2,1,0.25\n3,96,3,,\n");
}

TEST_CASE("notes are kept with a run, and a run comes back from the bin") {
  PlayedRun played;
  const std::filesystem::path project = played.folder.path();
  CHECK(readRunNotes(played.run.folder()) == RunNotes{});
  const RunNotes notes{"first", "it works", tagsFromWords(" a, b ,a,")};
  CHECK(notes.tags == std::vector<std::string>{"a", "b"});
  writeRunNotes(played.run.folder(), notes);
  RunHistory history(project);
  history.poll();
  CHECK(history.runs().front().notes == notes);
  CHECK(history.runs().front().title() == "first");
  {
    const run::RunLock working(played.run);
    CHECK_THROWS_AS(binRun(project, played.id()), Error);
  }
  binRun(project, played.id());
  CHECK(binnedRuns(project) == std::vector<std::string>{played.id()});
  CHECK(history.poll());
  CHECK(history.runs().empty());
  CHECK(run::listRuns(project / "runs").empty());
  restoreRun(project, played.id());
  history.poll();
  CHECK(history.runs().front().notes == notes);
  CHECK_THROWS_AS(binRun(project, ".."), Error);
}

TEST_CASE("trainings take turns in the order they came; what is gone holds up nobody") {
  TemporaryFolder folder;
  auto first = std::make_unique<TrainingTurn>(folder.path(), "train-1");
  const TrainingTurn second(folder.path(), "train-2");
  CHECK(first->countBefore() == 0);
  CHECK(second.countBefore() == 1);
  const auto queued = queuedTrainings(folder.path());
  REQUIRE(queued.size() == 2);
  CHECK(queued[0].run == "train-1");
  CHECK(queued[1].run == "train-2");
  CHECK(queued[0].since < queued[1].since);
  std::stop_source stop;
  stop.request_stop();
  CHECK_THROWS_AS(second.wait({stop.get_token()}), Error);
  first.reset();
  second.wait({});
  CHECK(queuedTrainings(folder.path()).size() == 1);
  // A ticket that a killed process left behind.
  const auto queue = folder / "cache" / "queue";
  std::ofstream(queue / "00000000000000000001-1") << "{}";
  CHECK(second.countBefore() == 0);
  CHECK_FALSE(stopTraining(folder.path(), "train-1"));
}

TEST_CASE("a run whose command waits, or starts an engine, has not ended") {
  PlayedRun played;
  const std::filesystem::path project = played.folder.path();
  RunHistory history(project);
  const auto name = [&] {
    history.poll();
    return stateName(history.runs().front());
  };
  const auto turn = [&](const std::string& run) {
    return std::make_unique<TrainingTurn>(project, run);
  };
  auto command = turn(played.id());
  CHECK(name() == "starting");
  {
    const run::RunLock engine(played.run);
    played.start();
    CHECK(name() == "running");
    CHECK(history.runs().front().turn == RunTurn::kNone);
  }
  // Its engine died: the command that started it is about to say so.
  CHECK(name() == "died");
  command.reset();
  const auto other = turn("train-before");
  command = turn(played.id());
  CHECK(name() == "waiting");
  CHECK(isUnderWay(history.runs().front()));
  command.reset();
  CHECK(name() == "died");
  CHECK_FALSE(isUnderWay(history.runs().front()));
}

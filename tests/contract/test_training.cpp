// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <fstream>
#include <numeric>

#include "base/files.h"
#include "model/lora/peft_files.h"
#include "run/run_hold.h"
#include "support/engine_world.h"

using namespace mia;

namespace {

constexpr int kSteps = 24;

/// The world with two pairs for each of its twelve samples.
class TrainingWorld : public World {
 public:
  TrainingWorld() {
    for (std::size_t sample = 0; sample < bundle.samples.size(); ++sample) {
      for (const char* wrong : {"a blue square", "I do not know what that is"}) {
        const auto id = static_cast<std::int64_t>(bundle.pairs.size()) + 1;
        bundle.pairs.push_back({id, sample, "a red disc", wrong});
      }
    }
  }

  run::RunDirectory trainRun() const {
    run::TrainConfig config;
    config.batchSize = 6;
    config.microBatchSize = 3;
    config.maxSteps = kSteps;
    config.saveSteps = 3;
    config.loraR = 4;
    config.loraAlpha = 8;
    config.learningRate = 1e-2;
    return newRun({"",
                   run::RunKind::kTrain,
                   "",
                   (folder / "model").string(),
                   "model-hash",
                   "",
                   {},
                   run::configToJson(config)});
  }
};

std::vector<int> stepsOf(const run::RunDirectory& run, const std::string& type) {
  std::vector<int> steps;
  for (const run::Event& event : run::EventReader(run.events()).poll()) {
    if (event.type == type) steps.push_back(event.fields["step"]);
  }
  return steps;
}

/// False when the engine ended before.
bool waitForEvent(EngineProcess& engine, const run::RunDirectory& run, const std::string& type) {
  run::EventReader reader(run.events());
  while (engine.running()) {
    for (const run::Event& event : reader.poll()) {
      if (event.type == type) return true;
    }
    ::usleep(500);
  }
  return false;
}

std::vector<int> everyStep() {
  std::vector<int> steps(kSteps);
  std::iota(steps.begin(), steps.end(), 1);
  return steps;
}

std::string adapterBytes(const run::RunDirectory& run) {
  return readFile(run.adapter() / "adapter_model.safetensors");
}

}  // namespace

TEST_CASE("train leaves an adapter that loads, and tells every step and its pairs") {
  const TrainingWorld world;
  const run::RunDirectory run = world.trainRun();
  REQUIRE(work(run) == 0);
  CHECK(run.state() == run::RunState::kFinished);
  CHECK(stepsOf(run, "metrics") == everyStep());
  CHECK(lastEvent(run, "metrics")["pairs"].size() == 6);
  CHECK(lastEvent(run, "finished")["summary"]["pairs"] == 24);
  CHECK(lastEvent(run, "checkpoint")["step"] == kSteps);

  const auto model = model::loadLlava(world.folder / "model");
  const model::LoraReport report = model::loadPeft(*model, run.adapter());
  CHECK(report.modules.size() == 14);  // two layers of seven linear maps
}

TEST_CASE("kill -9 while training: each step is told once, the adapter has the same bits") {
  const TrainingWorld world;
  const run::RunDirectory whole = world.trainRun();
  REQUIRE(work(whole) == 0);
  const auto bytes = std::filesystem::file_size(whole.events());
  const run::RunDirectory run = world.trainRun();
  int kills = 0;
  for (const double share : {0.0, 0.1, 0.3, 0.5, 0.7, 0.9}) {
    EngineProcess engine({"train", "--run", run.folder().string(), "--threads", "1"});
    if (!engine.waitForBytes(run.events(), static_cast<std::uintmax_t>(share * bytes))) continue;
    engine.send(SIGKILL);
    engine.wait();
    ++kills;
  }
  CHECK(kills >= 4);
  REQUIRE(work(run) == 0);
  CHECK(stepsOf(run, "metrics") == everyStep());
  CHECK(adapterBytes(run) == adapterBytes(whole));
}

TEST_CASE("SIGINT ends training after a checkpoint, and the same verb goes on") {
  const TrainingWorld world;
  const run::RunDirectory whole = world.trainRun();
  REQUIRE(work(whole) == 0);
  const run::RunDirectory run = world.trainRun();
  {
    EngineProcess engine({"train", "--run", run.folder().string(), "--threads", "1"});
    REQUIRE(engine.waitForBytes(run.events(), std::filesystem::file_size(whole.events()) / 3));
    engine.send(SIGINT);
    CHECK(engine.wait() == 130);
  }
  CHECK(run.state() == run::RunState::kStopped);
  CHECK(lastEvent(run, "checkpoint")["step"] == lastEvent(run, "metrics")["step"]);
  REQUIRE(work(run) == 0);
  CHECK(stepsOf(run, "metrics") == everyStep());
  CHECK(adapterBytes(run) == adapterBytes(whole));
}

TEST_CASE("a paused run waits, goes on to the same bits, and can be stopped while it waits") {
  const TrainingWorld world;
  const run::RunDirectory whole = world.trainRun();
  REQUIRE(work(whole) == 0);
  const run::RunDirectory run = world.trainRun();
  run::askToHold(run.folder());
  {
    EngineProcess engine({"train", "--run", run.folder().string(), "--threads", "1"});
    REQUIRE(waitForEvent(engine, run, "paused"));
    CHECK(run.state() == run::RunState::kRunning);
    const auto told = std::filesystem::file_size(run.events());
    run::askToGoOn(run.folder());
    REQUIRE(engine.waitForBytes(run.events(), told + 2000));
    run::askToHold(run.folder());
    engine.send(SIGINT);
    CHECK(engine.wait() == 130);
  }
  CHECK(run.state() == run::RunState::kStopped);
  run::askToGoOn(run.folder());
  REQUIRE(work(run) == 0);
  CHECK(stepsOf(run, "metrics") == everyStep());
  CHECK(adapterBytes(run) == adapterBytes(whole));
}

TEST_CASE("pairs whose picture changed are told, counted and left out of training") {
  const TrainingWorld world;
  const run::RunDirectory run = world.trainRun();
  std::ofstream(world.file(2), std::ios::app) << "changed";
  REQUIRE(work(run) == 0);
  CHECK(lastEvent(run, "warning")["code"] == "pair-skipped");
  // The third picture stands in the three sequences alone, two pairs each.
  CHECK(lastEvent(run, "finished")["summary"]["skipped_pairs"] == 6);
  CHECK(lastEvent(run, "finished")["summary"]["pairs"] == 18);
}

TEST_CASE("a bundle without pairs is bad input, in words") {
  const World world;
  run::RunManifest manifest;
  manifest.kind = run::RunKind::kTrain;
  manifest.model = (world.folder / "model").string();
  manifest.config = run::configToJson(run::TrainConfig());
  const run::RunDirectory run = world.newRun(manifest);
  CHECK(work(run) == exitCode(ErrorKind::kBadInput));
  CHECK(lastEvent(run, "failed")["words"].get<std::string>().find("no pair") != std::string::npos);
}

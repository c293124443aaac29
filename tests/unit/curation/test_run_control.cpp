// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "curation/run_history.h"
#include "curation/training_queue.h"
#include "run/run_hold.h"
#include "support/temporary_folder.h"

using namespace mia;
using namespace mia::curation;

namespace {

run::RunDirectory trainRun(const std::filesystem::path& project) {
  run::RunManifest manifest;
  manifest.kind = run::RunKind::kTrain;
  manifest.model = "/models/small";
  manifest.config = run::configToJson(run::TrainConfig());
  return run::RunDirectory::create(project / "runs", manifest, {});
}

}  // namespace

TEST_CASE("a run at work is paused and goes on; one without an engine is not") {
  TemporaryFolder folder;
  const run::RunDirectory run = trainRun(folder.path());
  const std::string& id = run.manifest().id;
  run::EventLog log(run.events());
  log.write("started", {{"pid", 1}, {"resumed_at", 0}});
  RunHistory history(folder.path());
  const auto hold = [&] {
    history.poll();
    return history.runs().front().hold;
  };
  CHECK_FALSE(pauseTraining(folder.path(), id));
  {
    const run::RunLock working(run);
    CHECK(hold() == RunHold::kNone);
    CHECK(pauseTraining(folder.path(), id));
    CHECK(hold() == RunHold::kAsked);
    log.write("paused", {{"done", 3}});
    CHECK(hold() == RunHold::kHeld);
    CHECK(stateName(history.runs().front()) == "paused");
    CHECK(continueTraining(folder.path(), id));
    CHECK_FALSE(continueTraining(folder.path(), id));
    CHECK(hold() == RunHold::kNone);
    CHECK(pauseTraining(folder.path(), id));
  }
  // Killed while it was paused: that is what is told.
  CHECK(hold() == RunHold::kNone);
  CHECK(history.runs().front().state == run::RunState::kDied);
}

TEST_CASE("a pause does not count as time at work") {
  SeriesReader reader;
  const auto at = [&](double time, const char* type, Json fields = Json::object()) {
    reader.take({type, time, std::move(fields)});
  };
  at(100, "started", {{"resumed_at", 0}});
  at(110, "metrics", {{"step", 1}, {"loss", 0.5}});
  at(111, "paused", {{"done", 1}});
  at(500, "continued");
  at(509, "metrics", {{"step", 2}, {"loss", 0.4}});
  CHECK(reader.series().training.seconds == std::vector<double>{10, 20});
  at(510, "paused", {{"done", 2}});
  CHECK(reader.seconds() == 21);
  // It was killed meanwhile, and is gone on with.
  at(900, "started", {{"resumed_at", 2}});
  at(905, "metrics", {{"step", 3}, {"loss", 0.3}});
  CHECK(reader.series().training.seconds == std::vector<double>{10, 20, 26});
}

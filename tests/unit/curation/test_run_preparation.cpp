// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/run_preparation.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <barrier>
#include <thread>

#include "unit/curation/small_project.h"

using namespace mia;
using namespace mia::curation;

TEST_CASE("commands that prepare the same run at the same moment share one") {
  const SmallProject small;
  constexpr int kCommands = 4;
  run::RunManifest manifest;
  manifest.kind = run::RunKind::kTrain;
  manifest.modelHash = "a";
  manifest.config = run::configToJson(run::TrainConfig());
  std::vector<std::string> ids(kCommands);
  std::vector<char> resumed(kCommands);
  std::barrier start(kCommands);
  std::vector<std::thread> commands;
  for (std::size_t i = 0; i < kCommands; ++i) {
    commands.emplace_back([&, i] {
      Project project = Project::open(small.project.folder());
      start.arrive_and_wait();
      const PreparedRun prepared = prepare(project, manifest, {});
      ids[i] = prepared.run.manifest().id;
      resumed[i] = prepared.resumed;
    });
  }
  for (std::thread& command : commands) command.join();
  CHECK(run::listRuns(small.project.runsFolder()).size() == 1);
  CHECK(std::count(ids.begin(), ids.end(), ids.front()) == kCommands);
  CHECK(std::count(resumed.begin(), resumed.end(), 0) == 1);
}

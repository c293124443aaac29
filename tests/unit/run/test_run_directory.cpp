// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "run/events.h"
#include "run/run_directory.h"
#include "support/temporary_folder.h"

using namespace mia::run;

TEST_CASE("a run is dead when it was not held before and behind its last word") {
  const mia::TemporaryFolder folder;
  RunManifest manifest;
  manifest.kind = RunKind::kTrain;
  const RunDirectory run = RunDirectory::create(folder.path(), manifest, {});
  CHECK(run.state() == RunState::kCreated);
  EventLog log(run.events());
  log.write("started");
  CHECK(run.state() == RunState::kDied);
  // It let go of the run while its events were read.
  CHECK(stateOf(run.folder(), RunState::kRunning, true) == RunState::kRunning);
  {
    const RunLock engine(run);
    CHECK(run.state() == RunState::kRunning);
    // It began while they were read.
    CHECK(stateOf(run.folder(), RunState::kRunning, false) == RunState::kRunning);
    log.write("progress");
    CHECK(run.state() == RunState::kRunning);
    log.write("stopped");
  }
  CHECK(run.state() == RunState::kStopped);
}

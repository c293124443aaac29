// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "run/events.h"
#include "run/run_directory.h"
#include "support/temporary_folder.h"

using namespace mia::run;

TEST_CASE("a run that began and that nobody holds is dead") {
  const mia::TemporaryFolder folder;
  RunManifest manifest;
  manifest.kind = RunKind::kTrain;
  const RunDirectory run = RunDirectory::create(folder.path(), manifest, {});
  CHECK(run.state() == RunState::kCreated);
  EventLog log(run.events());
  log.write("started");
  CHECK(run.state() == RunState::kDied);
  {
    const RunLock engine(run);
    log.write("progress");
    CHECK(run.state() == RunState::kRunning);
    log.write("stopped");
  }
  CHECK(run.state() == RunState::kStopped);
}

TEST_CASE("nobody is told dead before the last word was read") {
  const auto ask = [](std::vector<bool> alive, std::vector<bool> news) {
    std::size_t looks = 0, readings = 0;
    const bool lives = isAliveAfterReading([&] { return bool(alive.at(looks++)); },
                                           [&] { return bool(news.at(readings++)); });
    CHECK(looks == alive.size());
    CHECK(readings == news.size());
    return lives;
  };
  CHECK(ask({true}, {true}));
  CHECK(ask({true}, {false}));
  CHECK_FALSE(ask({false}, {false}));
  CHECK(ask({false, true}, {true, true}));          // it began between the look and the reading
  CHECK_FALSE(ask({false, false}, {true, false}));  // and died
  CHECK_FALSE(ask({false, false, false}, {true, true, false}));  // and ended with a word
}

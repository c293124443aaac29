// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <fstream>

#include "run/events.h"
#include "support/temporary_folder.h"

using mia::Json;
using mia::TemporaryFolder;
using mia::run::Event;
using mia::run::EventLog;
using mia::run::EventReader;

namespace {

std::vector<int> steps(const std::vector<Event>& events) {
  std::vector<int> found;
  for (const Event& event : events) {
    if (event.type == "metrics") found.push_back(event.fields["step"]);
  }
  return found;
}

}  // namespace

TEST_CASE("a reader gives each event once, and a half-written line when it is whole") {
  const TemporaryFolder folder;
  EventReader reader(folder / "events.jsonl");
  CHECK(reader.poll().empty());
  EventLog log(folder / "events.jsonl");
  log.write("metrics", {{"step", 1}});
  CHECK(steps(reader.poll()) == std::vector<int>{1});
  std::ofstream(folder / "events.jsonl", std::ios::app) << R"({"v":1,"time":0,"type":"metr)";
  CHECK(reader.poll().empty());
  std::ofstream(folder / "events.jsonl", std::ios::app) << "ics\",\"step\":2}\n";
  CHECK(steps(reader.poll()) == std::vector<int>{2});
}

TEST_CASE("a run that goes on from step 2 tells each step once") {
  const TemporaryFolder folder;
  EventReader reader(folder / "events.jsonl");
  EventLog log(folder / "events.jsonl");
  for (const int step : {1, 2, 3}) log.write("metrics", {{"step", step}});
  reader.poll();
  log.takeBackAfter(2);
  log.write("metrics", {{"step", 3}, {"again", true}});
  const std::vector<Event> events = reader.poll();
  CHECK(steps(events) == std::vector<int>{1, 2, 3});
  CHECK(events.back().fields.contains("again"));
}

TEST_CASE("taking nothing back leaves readers where they are") {
  const TemporaryFolder folder;
  EventReader reader(folder / "events.jsonl");
  EventLog log(folder / "events.jsonl");
  log.write("metrics", {{"step", 1}});
  reader.poll();
  log.takeBackAfter(1);
  CHECK(reader.poll().empty());
}

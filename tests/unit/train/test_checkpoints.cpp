// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <fstream>

#include "base/files.h"
#include "support/temporary_folder.h"
#include "train/checkpoints.h"

using mia::TemporaryFolder;
using mia::train::Checkpoints;

namespace {

void fill(const std::filesystem::path& folder) { std::ofstream(folder / "file") << "whole"; }

}  // namespace

TEST_CASE("the newest checkpoints stay, by number and not by name") {
  const TemporaryFolder folder;
  Checkpoints checkpoints(folder / "checkpoints", 2);
  CHECK(checkpoints.latestStep() == 0);
  for (const int step : {8, 9, 10}) checkpoints.write(step, fill);
  CHECK(checkpoints.latestStep() == 10);
  CHECK_FALSE(std::filesystem::exists(checkpoints.pathOf(8)));
  CHECK(mia::readFile(checkpoints.pathOf(9) / "file") == "whole");
}

TEST_CASE("what a crash left half-written is no checkpoint, and is cleared away") {
  const TemporaryFolder folder;
  Checkpoints(folder / "checkpoints", 2).write(5, fill);
  std::filesystem::create_directories(folder / "checkpoints" / "step-6.partial");
  const Checkpoints again(folder / "checkpoints", 2);
  CHECK(again.latestStep() == 5);
  CHECK_FALSE(std::filesystem::exists(folder / "checkpoints" / "step-6.partial"));
}

TEST_CASE("a checkpoint whose writing fails leaves the others alone") {
  const TemporaryFolder folder;
  Checkpoints checkpoints(folder / "checkpoints", 1);
  checkpoints.write(5, fill);
  CHECK_THROWS(checkpoints.write(6, [](const auto&) { throw std::runtime_error("disk full"); }));
  CHECK(checkpoints.latestStep() == 5);
}

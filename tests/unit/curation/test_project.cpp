// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "base/error.h"
#include "base/files.h"
#include "curation/project.h"
#include "support/temporary_folder.h"

using namespace mia;

TEST_CASE("a project is made once and opened ever after") {
  TemporaryFolder folder;
  CHECK_FALSE(curation::Project::isAt(folder / "p"));
  CHECK_THROWS_AS(curation::Project::open(folder / "p"), Error);
  CHECK_FALSE(std::filesystem::exists(folder / "p"));
  curation::Project::create(folder / "p");
  const auto project = curation::Project::open(folder / "p");
  CHECK(std::filesystem::is_directory(project.runsFolder()));
  CHECK(std::filesystem::is_directory(project.cacheFolder()));
  CHECK(curation::Project::create(folder / "p").database().version() >= 1);
}

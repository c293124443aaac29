// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <thread>

#include "base/error.h"
#include "base/file_lock.h"
#include "support/temporary_folder.h"

using namespace mia;

TEST_CASE("a file is locked once at a time, in one process too") {
  const TemporaryFolder folder;
  const auto file = folder / "lock";
  CHECK_FALSE(FileLock::isHeld(file));
  {
    const auto lock = FileLock::tryLock(file);
    REQUIRE(lock);
    CHECK(FileLock::isHeld(file));
    CHECK_FALSE(FileLock::tryLock(file));
  }
  CHECK_FALSE(FileLock::isHeld(file));
  CHECK_THROWS_AS(FileLock::tryLock(folder / "nowhere" / "lock"), Error);
}

TEST_CASE("who waits for a lock gets it when it is let go of") {
  const TemporaryFolder folder;
  auto first = FileLock::tryLock(folder / "lock");
  REQUIRE(first);
  std::jthread second([&] { const FileLock lock = FileLock::wait(folder / "lock"); });
  first.reset();
  second.join();
  CHECK(FileLock::tryLock(folder / "lock"));
}

TEST_CASE("who asks whether a lock is held keeps nobody from it") {
  const TemporaryFolder folder;
  const auto file = folder / "lock";
  REQUIRE(FileLock::tryLock(file));
  const std::jthread asks([&](const std::stop_token& stop) {
    while (!stop.stop_requested()) (void)FileLock::isHeld(file);
  });
  int refused = 0;
  for (int i = 0; i < 20000; ++i) refused += !FileLock::tryLock(file);
  CHECK(refused == 0);
}

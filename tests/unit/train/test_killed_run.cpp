// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <thread>

#include "base/files.h"
#include "support/temporary_folder.h"
#include "support/trl_run.h"

extern char** environ;

using mia::TemporaryFolder;
using mia::TrlRun;

namespace {

constexpr const char* kChildCase = "the run that is killed";
constexpr const char* kFolderVariable = "MIA_KILLED_RUN";

void train(const std::filesystem::path& folder) {
  TrlRun run;
  run.options.maxSteps = 40;
  run.options.saveSteps = 2;
  mia::LineAppender lines(folder / "steps");
  run.train(folder, {}, [&](const std::string& type, const mia::Json& fields) {
    if (type == "metrics") lines.append(fields["step"].dump());
  });
}

pid_t startChild(const std::filesystem::path& folder) {
  ::setenv(kFolderVariable, folder.c_str(), 1);
  const std::string only = std::string("--test-case=") + kChildCase;
  std::vector<std::string> words = {"self", only, "--no-skip", "--minimal"};
  std::vector<char*> argv;
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  pid_t pid = 0;
  REQUIRE(::posix_spawn(&pid, "/proc/self/exe", nullptr, nullptr, argv.data(), environ) == 0);
  return pid;
}

std::size_t linesOf(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) return 0;
  const std::string text = mia::readFile(file);
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// Kills the child once it made so many further steps; true if it ended by itself before.
bool runAndKillAfter(const std::filesystem::path& folder, std::size_t steps) {
  const std::size_t target = linesOf(folder / "steps") + steps;
  const pid_t pid = startChild(folder);
  int status = 0;
  while (::waitpid(pid, &status, WNOHANG) == 0) {
    if (linesOf(folder / "steps") >= target) {
      ::kill(pid, SIGKILL);
      ::waitpid(pid, &status, 0);
      return WIFEXITED(status);
    }
    std::this_thread::yield();
  }
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  return true;
}

}  // namespace

TEST_CASE("the run that is killed" * doctest::skip()) {
  const char* folder = ::getenv(kFolderVariable);
  REQUIRE(folder != nullptr);
  train(folder);
}

TEST_CASE("a run that is killed again and again ends with the bits of one that was not") {
  const TemporaryFolder straight, killed;
  train(straight.path());
  int kills = 0;
  for (const std::size_t steps : {3u, 1u, 6u, 4u, 9u}) {
    if (!runAndKillAfter(killed.path(), steps)) ++kills;
  }
  CHECK(kills == 5);
  REQUIRE(runAndKillAfter(killed.path(), 1000));
  CHECK(mia::largestDifference(straight.path() / "adapter" / "adapter_model.safetensors",
                               killed.path() / "adapter" / "adapter_model.safetensors") == 0.0);
}

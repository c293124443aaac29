// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/engine_child.h"

#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/error.h"
#include "base/resources.h"

extern char** environ;

namespace mia::cli {
namespace {

/// What posix_spawn() is told: the streams, a process group of its own, no blocked signals.
class SpawnPlan {
 public:
  explicit SpawnPlan(const ChildStreams& streams) {
    posix_spawn_file_actions_init(&files_);
    posix_spawnattr_init(&attributes_);
    give(streams.input, STDIN_FILENO);
    give(streams.output, STDOUT_FILENO);
    give(streams.error, STDERR_FILENO);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setpgroup(&attributes_, 0);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
  }
  ~SpawnPlan() {
    posix_spawn_file_actions_destroy(&files_);
    posix_spawnattr_destroy(&attributes_);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;

  /// -> errno, 0 when it runs.
  int start(const std::vector<char*>& argv, pid_t& pid) const {
    return posix_spawn(&pid, argv.front(), &files_, &attributes_, argv.data(), environ);
  }

 private:
  void give(int ours, int theirs) {
    if (ours >= 0) posix_spawn_file_actions_adddup2(&files_, ours, theirs);
  }

  posix_spawn_file_actions_t files_;
  posix_spawnattr_t attributes_;
};

}  // namespace

EngineChild::EngineChild(std::vector<std::string> arguments, const ChildStreams& streams) {
  const std::string program = (programFolder() / "mia-engine").string();
  arguments.insert(arguments.begin(), program);
  std::vector<char*> argv;
  for (auto& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  const int error = SpawnPlan(streams).start(argv, pid_);
  if (error == 0) return;
  throw Error(ErrorKind::kNotFound, "Cannot start " + program + ": " + std::strerror(error),
              "mia-engine must lie beside mia");
}

EngineChild::~EngineChild() { exitCode(); }

bool EngineChild::ended() { return exitCode_ || wait(WNOHANG); }

int EngineChild::exitCode() {
  while (!exitCode_ && !wait(0)) {
    if (errno != EINTR) exitCode_ = mia::exitCode(ErrorKind::kInternal);
  }
  return *exitCode_;
}

bool EngineChild::wait(int flags) {
  int status = 0;
  if (::waitpid(pid_, &status, flags) != pid_) return false;
  exitCode_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return true;
}

}  // namespace mia::cli

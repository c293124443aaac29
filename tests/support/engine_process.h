// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

extern char** environ;

namespace mia {

/// A mia-engine of this build at work; its output is thrown away.
class EngineProcess {
 public:
  explicit EngineProcess(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), MIA_BIN_DIR "/mia-engine");
    std::vector<char*> argv;
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", 1, 0);
    const int error = ::posix_spawn(&pid_, argv[0], &files, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    if (error != 0) throw std::runtime_error("cannot start " + arguments[0]);
  }
  ~EngineProcess() {
    if (running()) send(SIGKILL);
    wait();
  }
  EngineProcess(const EngineProcess&) = delete;
  EngineProcess& operator=(const EngineProcess&) = delete;

  void send(int signal) const { ::kill(pid_, signal); }
  bool running() {
    if (!ended_) ended_ = ::waitpid(pid_, &status_, WNOHANG) == pid_;
    return !ended_;
  }
  /// Its exit code, or 128 + the signal that ended it.
  int wait() {
    if (!ended_) ended_ = ::waitpid(pid_, &status_, 0) == pid_;
    return WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_);
  }
  /// Waits until `file` holds so many bytes; false when the engine ended before.
  bool waitForBytes(const std::filesystem::path& file, std::uintmax_t bytes) {
    for (;;) {
      std::error_code none;
      const auto size = std::filesystem::file_size(file, none);
      if (!none && size >= bytes) return true;
      if (!running()) return false;
      ::usleep(500);
    }
  }

 private:
  pid_t pid_ = 0;
  int status_ = 0;
  bool ended_ = false;
};

}  // namespace mia

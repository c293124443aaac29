// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "run/serve_reply.h"

extern char** environ;

namespace mia {

/// A `mia-engine serve` of this build; lines in, replies out.
class ServeProcess {
 public:
  ServeProcess() {
    int requests[2], replies[2];
    if (::pipe2(requests, O_CLOEXEC) != 0 || ::pipe2(replies, O_CLOEXEC) != 0) {
      throw std::runtime_error("cannot make pipes");
    }
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, requests[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, replies[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::string program = MIA_BIN_DIR "/mia-engine", verb = "serve", device = "--device",
                cpu = "cpu";
    char* argv[] = {program.data(), verb.data(), device.data(), cpu.data(), nullptr};
    const int error = ::posix_spawn(&pid_, argv[0], &files, nullptr, argv, environ);
    posix_spawn_file_actions_destroy(&files);
    ::close(requests[0]);
    ::close(replies[1]);
    if (error != 0) throw std::runtime_error("cannot start " + program);
    in_ = requests[1];
    out_ = replies[0];
  }
  ~ServeProcess() {
    closeInput();
    ::close(out_);
    ::kill(pid_, SIGKILL);
    wait();
  }
  ServeProcess(const ServeProcess&) = delete;
  ServeProcess& operator=(const ServeProcess&) = delete;

  void sendLine(const std::string& line) {
    const std::string whole = line + '\n';
    if (::write(in_, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size())) {
      throw std::runtime_error("the engine takes no request");
    }
  }
  /// -> the request's id.
  std::int64_t send(run::ServeWork work) {
    sendLine(run::toLine(run::ServeRequest{++lastId_, std::move(work)}));
    return lastId_;
  }
  void closeInput() {
    if (in_ >= 0) ::close(in_);
    in_ = -1;
  }

  /// The next reply; nothing when the engine has ended.
  std::optional<run::ServeReply> next() {
    std::size_t end = 0;
    while ((end = pending_.find('\n')) == std::string::npos) {
      char buffer[4096];
      const ssize_t got = ::read(out_, buffer, sizeof buffer);
      if (got <= 0) return std::nullopt;
      pending_.append(buffer, static_cast<std::size_t>(got));
    }
    const std::string line = pending_.substr(0, end);
    pending_.erase(0, end + 1);
    return run::replyFromLine(line);
  }
  /// The next reply that is such news; the others are passed over.
  template <class News>
  News until() {
    while (const auto reply = next()) {
      if (const auto* news = std::get_if<News>(&reply->news)) return *news;
    }
    throw std::runtime_error("the engine ended before it said so");
  }
  /// Every reply to the request, to the one that ends it.
  std::vector<run::ServeNews> allOf(std::int64_t id) {
    std::vector<run::ServeNews> news;
    while (auto reply = next()) {
      if (reply->id != id) continue;
      news.push_back(std::move(reply->news));
      if (run::endsRequest(news.back())) return news;
    }
    throw std::runtime_error("the engine ended before it was done");
  }

  /// Its exit code, or 128 + the signal that ended it.
  int wait() {
    if (!ended_) ended_ = ::waitpid(pid_, &status_, 0) == pid_;
    return WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_);
  }

 private:
  pid_t pid_ = 0;
  int in_ = -1;
  int out_ = -1;
  int status_ = 0;
  bool ended_ = false;
  std::int64_t lastId_ = 0;
  std::string pending_;
};

}  // namespace mia

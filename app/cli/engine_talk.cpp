// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/engine_talk.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "app/cli/stop.h"
#include "base/resources.h"

extern char** environ;

namespace mia::cli {
namespace {

constexpr int kLookForStopMilliseconds = 50;

struct Pipe {
  int readEnd = -1, writeEnd = -1;
  Pipe() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) {
      throw Error(ErrorKind::kResource, std::string("Cannot make a pipe: ") + std::strerror(errno));
    }
    readEnd = ends[0];
    writeEnd = ends[1];
  }
};

Error died() { return {ErrorKind::kInternal, "The engine died; what it said last stands above"}; }

}  // namespace

EngineTalk::EngineTalk() {
  const Pipe requests, replies;
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, requests.readEnd, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&files, replies.writeEnd, STDOUT_FILENO);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
  std::string program = (programFolder() / "mia-engine").string(), verb = "serve";
  char* argv[] = {program.data(), verb.data(), nullptr};
  const int error = posix_spawn(&pid_, argv[0], &files, &attributes, argv, environ);
  posix_spawn_file_actions_destroy(&files);
  posix_spawnattr_destroy(&attributes);
  ::close(requests.readEnd);
  ::close(replies.writeEnd);
  requests_ = requests.writeEnd;
  replies_ = replies.readEnd;
  if (error == 0) return;
  ::close(requests_);
  ::close(replies_);
  throw Error(ErrorKind::kNotFound, "Cannot start " + program + ": " + std::strerror(error),
              "mia-engine must lie beside mia");
}

// It writes nothing that a sudden end could spoil.
EngineTalk::~EngineTalk() {
  ::close(requests_);
  ::close(replies_);
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
}

std::int64_t EngineTalk::send(run::ServeWork work) {
  const std::string line = run::toLine(run::ServeRequest{++lastId_, std::move(work)}) + '\n';
  for (std::size_t done = 0; done < line.size();) {
    const ssize_t wrote = ::write(requests_, line.data() + done, line.size() - done);
    if (wrote < 0 && errno != EINTR) throw died();
    done += wrote > 0 ? static_cast<std::size_t>(wrote) : 0;
  }
  return lastId_;
}

run::ServeNews EngineTalk::next(std::int64_t id) {
  for (;;) {
    if (stopToken().stop_requested() && !cancelled_) {
      cancelled_ = true;
      send(run::CancelRequest{id});
    }
    if (pending_.find('\n') == std::string::npos && !waitForBytes()) continue;
    const std::string line = nextLine();
    if (line.empty()) continue;
    run::ServeReply reply = run::replyFromLine(line);
    if (reply.id != id) continue;
    if (const auto* error = std::get_if<run::ServeError>(&reply.news)) {
      throw Error(error->kind, error->words);
    }
    return std::move(reply.news);
  }
}

bool EngineTalk::waitForBytes() {
  pollfd news{replies_, POLLIN, 0};
  return ::poll(&news, 1, kLookForStopMilliseconds) > 0;
}

// Empty while only a part of it is there.
std::string EngineTalk::nextLine() {
  std::size_t end = pending_.find('\n');
  if (end == std::string::npos) {
    char buffer[1 << 16];
    const ssize_t got = ::read(replies_, buffer, sizeof buffer);
    if (got == 0 || (got < 0 && errno != EINTR)) throw died();
    if (got > 0) pending_.append(buffer, static_cast<std::size_t>(got));
    end = pending_.find('\n');
    if (end == std::string::npos) return {};
  }
  std::string line = pending_.substr(0, end);
  pending_.erase(0, end + 1);
  return line;
}

}  // namespace mia::cli

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/engine_talk.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "app/cli/stop.h"

namespace mia::cli {
namespace {

constexpr int kLookForStopMilliseconds = 50;

Error died() { return {ErrorKind::kInternal, "The engine died; what it said last stands above"}; }

}  // namespace

EngineTalk::Pipe::Pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) {
    throw Error(ErrorKind::kResource, std::string("Cannot make a pipe: ") + std::strerror(errno));
  }
  readEnd = ends[0];
  writeEnd = ends[1];
}

EngineTalk::Pipe::~Pipe() {
  closeEnd(readEnd);
  closeEnd(writeEnd);
}

void EngineTalk::Pipe::closeEnd(int& end) {
  if (end >= 0) ::close(std::exchange(end, -1));
}

EngineTalk::EngineTalk()
    : child_({"serve"}, {.input = requests_.readEnd, .output = replies_.writeEnd}) {
  Pipe::closeEnd(requests_.readEnd);
  Pipe::closeEnd(replies_.writeEnd);
}

// It writes nothing that a sudden end could spoil.
EngineTalk::~EngineTalk() { ::kill(child_.pid(), SIGKILL); }

std::int64_t EngineTalk::send(run::ServeWork work) {
  const std::string line = run::toLine(run::ServeRequest{++lastId_, std::move(work)}) + '\n';
  for (std::size_t done = 0; done < line.size();) {
    const ssize_t wrote = ::write(requests_.writeEnd, line.data() + done, line.size() - done);
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
  pollfd news{replies_.readEnd, POLLIN, 0};
  return ::poll(&news, 1, kLookForStopMilliseconds) > 0;
}

// Empty while only a part of it is there.
std::string EngineTalk::nextLine() {
  std::size_t end = pending_.find('\n');
  if (end == std::string::npos) {
    char buffer[1 << 16];
    const ssize_t got = ::read(replies_.readEnd, buffer, sizeof buffer);
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

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/stop_signal.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <string>

#include "base/error.h"

namespace mia::engine {
namespace {

// Where the handler writes: a handler may call write(2), but not std::stop_source.
std::atomic<int> writeEnd{-1};
static_assert(std::atomic<int>::is_always_lock_free);

void onSignal(int) {
  const int before = errno;
  const char byte = 0;
  [[maybe_unused]] const ssize_t written = ::write(writeEnd.load(), &byte, 1);
  errno = before;
}

void handle(int signal, void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  ::sigaction(signal, &action, nullptr);
}

}  // namespace

StopSignal::StopSignal() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) {
    throw Error(ErrorKind::kResource, std::string("Cannot make a pipe: ") + std::strerror(errno));
  }
  readEnd_ = ends[0];
  // A full pipe must not block the handler; one byte in it is enough.
  ::fcntl(ends[1], F_SETFL, O_NONBLOCK);
  writeEnd = ends[1];
  listener_ = std::thread([this] {
    char byte;
    ssize_t got;
    while ((got = ::read(readEnd_, &byte, 1)) > 0 || (got < 0 && errno == EINTR)) {
      if (got > 0) source_.request_stop();
    }
  });
  handle(SIGINT, onSignal);
  handle(SIGTERM, onSignal);
}

StopSignal::~StopSignal() {
  handle(SIGINT, SIG_DFL);
  handle(SIGTERM, SIG_DFL);
  ::close(writeEnd.exchange(-1));  // the listener reads the end of the pipe and returns
  listener_.join();
  ::close(readEnd_);
}

}  // namespace mia::engine

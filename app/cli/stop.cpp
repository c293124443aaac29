// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stop.h"

#include <signal.h>
#include <unistd.h>

#include <iostream>
#include <thread>

namespace mia::cli {
namespace {

std::stop_source& source() {
  static std::stop_source instance;
  return instance;
}

}  // namespace

std::stop_token installStopSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  source();
  std::thread([signals] {
    int signal = 0;
    sigwait(&signals, &signal);
    std::cerr << "\nStopping in good order; once more to stop at once.\n";
    source().request_stop();
    sigwait(&signals, &signal);
    ::_exit(130);
  }).detach();
  return source().get_token();
}

std::stop_token stopToken() { return source().get_token(); }

}  // namespace mia::cli

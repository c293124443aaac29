// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <thread>

namespace mia::engine {

/// While it lives, SIGINT and SIGTERM ask for a polite stop instead of ending the program; asking
/// again changes nothing (Ctrl-C reaches the whole group of processes, and a supervisor may pass it
/// on as well). At most one at a time.
class StopSignal {
 public:
  StopSignal();
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  std::stop_token token() const { return source_.get_token(); }

 private:
  std::stop_source source_;
  int readEnd_ = -1;
  std::thread listener_;
};

}  // namespace mia::engine

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>

#include "app/engine/stop_signal.h"
#include "base/json.h"
#include "base/progress.h"
#include "run/events.h"
#include "run/run_directory.h"

namespace mia::engine {

/// One verb at work on one run directory: its lock, its events, and the wish to stop.
class RunSession {
 public:
  /// Error kNotFound or kBadInput (no such run), kUsage (a run of another kind), kBusy.
  RunSession(const std::filesystem::path& folder, run::RunKind kind);

  const run::RunDirectory& run() const { return run_; }
  run::EventLog& events() { return events_; }
  std::stop_token stop() const { return signal_.token(); }

  /// Writes the event `started`; `resumedAt` is how much was done before, 0 for a fresh run.
  void started(const std::string& device, std::int64_t resumedAt);
  /// Writes the event `warning`: what was left out or done otherwise, as a code and in words.
  void warn(const std::string& code, const std::string& words, Json fields = Json::object());
  /// Writes the event `progress` with "per_second", the rate since started(); at most five a
  /// second, and always when done reaches the total. Waits here while the run is asked to pause.
  void progress(const Progress& report);
  /// The stop token and a sink that calls progress(); must not outlive the session.
  WorkContext context();

  std::int64_t done() const { return done_; }

 private:
  void tell(const Progress& report);
  void holdWhileAsked();

  using Clock = std::chrono::steady_clock;

  run::RunDirectory run_;
  run::RunLock lock_;
  run::EventLog events_;
  StopSignal signal_;
  std::int64_t done_ = 0;
  std::int64_t resumedAt_ = 0;
  Clock::time_point startedAt_ = Clock::now();
  Clock::time_point lastProgress_;
};

/// Runs `work`, which returns the summary, on the run in `folder`, and ends its events with
/// `finished`, `stopped` (work threw Error kStopped) or `failed`; throws on what `work` threw.
void workOnRun(const std::filesystem::path& folder, run::RunKind kind,
               const std::function<Json(RunSession&)>& work);

}  // namespace mia::engine

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/run_session.h"

#include <unistd.h>

#include <thread>

#include "app/engine/failure.h"
#include "run/run_hold.h"

namespace mia::engine {
namespace {

constexpr auto kHoldPoll = std::chrono::milliseconds(100);

run::RunDirectory openOfKind(const std::filesystem::path& folder, run::RunKind kind) {
  run::RunDirectory run = run::RunDirectory::open(folder);
  if (run.manifest().kind != kind) {
    throw Error(ErrorKind::kUsage, folder.string() + " is a run of kind " +
                                       toString(run.manifest().kind) + ", not " + toString(kind));
  }
  return run;
}

}  // namespace

RunSession::RunSession(const std::filesystem::path& folder, run::RunKind kind)
    : run_(openOfKind(folder, kind)), lock_(run_), events_(run_.events()) {}

void RunSession::started(const std::string& device, std::int64_t resumedAt) {
  done_ = resumedAt_ = resumedAt;
  startedAt_ = Clock::now();
  events_.write("started", {{"pid", ::getpid()}, {"device", device}, {"resumed_at", resumedAt}});
}

void RunSession::warn(const std::string& code, const std::string& words, Json fields) {
  fields["code"] = code;
  fields["words"] = words;
  events_.write("warning", std::move(fields));
}

// The wait does not count as time at work. A wish to stop ends it.
void RunSession::holdWhileAsked() {
  if (stop().stop_requested() || !run::isHoldAsked(run_.folder())) return;
  const auto begun = Clock::now();
  events_.write("paused", {{"done", done_}});
  while (!stop().stop_requested() && run::isHoldAsked(run_.folder())) {
    std::this_thread::sleep_for(kHoldPoll);
  }
  events_.write("continued");
  startedAt_ += Clock::now() - begun;
}

void RunSession::progress(const Progress& report) {
  done_ = report.done;
  tell(report);
  holdWhileAsked();
}

void RunSession::tell(const Progress& report) {
  const auto now = Clock::now();
  if (report.done != report.total && now - lastProgress_ < std::chrono::milliseconds(200)) return;
  lastProgress_ = now;
  const double seconds = std::chrono::duration<double>(now - startedAt_).count();
  const auto fresh = static_cast<double>(report.done - resumedAt_);
  events_.write("progress", {{"what", report.what},
                             {"done", report.done},
                             {"total", report.total},
                             {"unit", report.unit},
                             {"per_second", seconds > 0 ? fresh / seconds : 0.0}});
}

WorkContext RunSession::context() {
  return {stop(), [this](const Progress& report) { progress(report); }};
}

void workOnRun(const std::filesystem::path& folder, run::RunKind kind,
               const std::function<Json(RunSession&)>& work) {
  RunSession session(folder, kind);
  try {
    session.events().write("finished", {{"summary", work(session)}});
  } catch (const std::exception& exception) {
    const Error error = asError(exception);
    if (error.kind() == ErrorKind::kStopped) {
      session.events().write("stopped", {{"done", session.done()}});
    } else {
      session.events().write("failed", {{"kind", toString(error.kind())}, {"words", error.what()}});
    }
    throw error;
  }
}

}  // namespace mia::engine

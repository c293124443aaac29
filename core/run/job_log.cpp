// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/job_log.h"

#include <unistd.h>

namespace mia::run {
namespace {

constexpr auto kProgressPeriod = std::chrono::milliseconds(200);

}  // namespace

JobLog::JobLog(const std::filesystem::path& file) : lock_(FileLock::tryLock(file)), events_(file) {
  if (!lock_)
    throw Error(ErrorKind::kBusy, "Another command tells its progress in " + file.string());
  events_.write("started", {{"pid", ::getpid()}});
}

bool JobLog::isAlive(const std::filesystem::path& file) { return FileLock::isHeld(file); }

void JobLog::stage(const std::string& words) {
  if (waiting_) write(*waiting_);
  events_.write("stage", {{"words", words}});
}

void JobLog::progress(const Progress& progress) {
  if (progress.what != stage_ && waiting_) write(*waiting_);
  const bool first = progress.what != stage_;
  stage_ = progress.what;
  if (first || std::chrono::steady_clock::now() - written_ >= kProgressPeriod) {
    write(progress);
  } else {
    waiting_ = progress;
  }
}

void JobLog::write(const Progress& progress) {
  events_.write("progress", {{"what", progress.what},
                             {"done", progress.done},
                             {"total", progress.total},
                             {"unit", progress.unit}});
  waiting_.reset();
  written_ = std::chrono::steady_clock::now();
}

void JobLog::setResult(const std::string& words, Json summary) {
  words_ = words.substr(0, words.find('\n'));
  if (words_.ends_with(':')) words_.pop_back();  // what it announces is not told here
  summary_ = std::move(summary);
}

void JobLog::finish() { end("finished", {{"words", words_}, {"summary", summary_}}, 0); }

void JobLog::fail(ErrorKind kind, const std::string& words) {
  if (kind == ErrorKind::kStopped) {
    end("stopped", {{"words", words}}, exitCode(kind));
  } else {
    end("failed", {{"kind", toString(kind)}, {"words", words}}, exitCode(kind));
  }
}

void JobLog::end(const char* type, Json fields, int exitCode) {
  if (ended_) return;
  ended_ = true;
  if (waiting_) write(*waiting_);
  fields["exit_code"] = exitCode;
  events_.write(type, std::move(fields));
}

}  // namespace mia::run

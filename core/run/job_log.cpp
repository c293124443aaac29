// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/job_log.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace mia::run {
namespace {

constexpr auto kProgressPeriod = std::chrono::milliseconds(200);

int openToLock(const std::filesystem::path& file) {
  return ::open(file.c_str(), O_RDWR | O_CLOEXEC);
}

// A lock of the open file, which can be asked for without being taken: who looks whether a command
// lives must never keep one from starting.
struct flock wholeFile() {
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  return lock;
}

}  // namespace

JobLog::JobLog(const std::filesystem::path& file) : events_(file), lock_(openToLock(file)) {
  if (lock_ < 0) {
    throw Error(ErrorKind::kIo, "Cannot lock " + file.string() + ": " + std::strerror(errno));
  }
  struct flock lock = wholeFile();
  if (::fcntl(lock_, F_OFD_SETLK, &lock) != 0) {
    ::close(lock_);
    throw Error(ErrorKind::kBusy, "Another command tells its progress in " + file.string());
  }
  events_.write("started", {{"pid", ::getpid()}});
}

JobLog::~JobLog() { ::close(lock_); }

bool JobLog::isAlive(const std::filesystem::path& file) {
  const int descriptor = openToLock(file);
  if (descriptor < 0) return false;
  struct flock lock = wholeFile();
  const bool asked = ::fcntl(descriptor, F_OFD_GETLK, &lock) == 0;
  ::close(descriptor);
  return asked && lock.l_type != F_UNLCK;
}

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

void JobLog::setResult(std::string words, Json summary) {
  words_ = std::move(words);
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

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "base/error.h"
#include "base/file_lock.h"
#include "base/progress.h"
#include "run/events.h"

namespace mia::run {

/// Tells how a command goes to whoever follows its file, in lines as of run/events.h:
///   started   {"pid"}
///   stage     {"words"}: what it does now, for people
///   progress  {"what", "done", "total", "unit"}: at most five a second, the last of a stage always
///   finished  {"words", "summary", "exit_code"}
///   stopped   {"words", "exit_code"}: in good order; the same command goes on from there
///   failed    {"kind", "words", "exit_code"}
/// Exactly one of the last three ends the file. The file is locked while the log lives, so that a
/// dead command is told from a living one.
class JobLog {
 public:
  /// Error kIo, or kBusy when another command writes there.
  explicit JobLog(const std::filesystem::path& file);

  void stage(const std::string& words);
  void progress(const Progress& progress);
  /// What the end will tell: the first line of these words for people, the result for programs.
  void setResult(const std::string& words, Json summary);
  void finish();
  /// Ends as `stopped` when the kind is kStopped. An end that was told already stands.
  void fail(ErrorKind kind, const std::string& words);

  /// Whether a living process writes to this file.
  static bool isAlive(const std::filesystem::path& file);

 private:
  void write(const Progress& progress);
  void end(const char* type, Json fields, int exitCode);

  std::optional<FileLock> lock_;
  EventLog events_;
  std::optional<Progress> waiting_;
  std::string stage_;
  std::chrono::steady_clock::time_point written_;
  std::string words_;
  Json summary_ = Json::object();
  bool ended_ = false;
};

}  // namespace mia::run

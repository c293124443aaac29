// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/json.h"

namespace mia::run {

/// One line of `events.jsonl`. Always {"v":1,"time":seconds since 1970,"type":…} and, by type:
///   started    {"pid", "device", "resumed_at"}
///   progress   {"what","done","total","unit"}
///   metrics    {"step","epoch", TRL's names…, "pairs":[ids],
///   "pairs_per_second","tokens_per_second","memory_bytes"} eval       {"step", TRL's names with
///   eval_ in front} checkpoint {"step","path"} warning    {"code","words", …} stopped    {"done"}
///   ended early in good order; can be resumed finished   {"summary":{…}} failed {"kind","words"}
struct Event {
  static constexpr int kVersion = 1;
  std::string type;
  double time = 0;
  Json fields = Json::object();
};

/// Writes events; the engine's side.
class EventLog {
 public:
  explicit EventLog(const std::filesystem::path& file) : lines_(file) {}
  void write(const std::string& type, Json fields = Json::object());

 private:
  LineAppender lines_;
};

/// Reads events as they come; the supervisor's side. A half-written last line waits for its end.
class EventReader {
 public:
  explicit EventReader(std::filesystem::path file) : file_(std::move(file)) {}
  /// The whole lines that were added since the last call; none when there is no file yet.
  /// A line that is not an event of this version is an Error that names it.
  std::vector<Event> poll();

 private:
  std::filesystem::path file_;
  std::uintmax_t offset_ = 0;
  std::size_t row_ = 0;
};

}  // namespace mia::run

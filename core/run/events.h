// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/json.h"

namespace mia::run {

/// One line of `events.jsonl`. Always {"v":1,"time":seconds since 1970,"type":…} and, by type:
///   started     {"pid", "device", "resumed_at"}
///   progress    {"what", "done", "total", "unit"}
///   metrics     {"step", "epoch", TRL's names…, "pairs":[ids], "pair_margins":[one a pair],
///                "pairs_per_second", "tokens_per_second", "memory_bytes"}
///   eval        {"step", TRL's names with eval_ in front}
///   checkpoint  {"step", "path"}; paused {"done"} and continued {}: see run_hold.h
///   warning     {"code", "words", …}
///   stopped     {"done"}: ended early in good order; can be resumed
///   finished    {"summary":{…}}
///   failed      {"kind", "words"}
/// A training run that goes on from the checkpoint of step N first takes back every event of a
/// later step, so that the file tells each step once, as the adapter knows it.
struct Event {
  static constexpr int kVersion = 1;
  std::string type;
  double time = 0;
  Json fields = Json::object();
};

/// Writes events; the engine's side.
class EventLog {
 public:
  explicit EventLog(std::filesystem::path file);
  void write(const std::string& type, Json fields = Json::object());
  /// Takes back the events whose "step" is greater than `lastStep`, and with them all `progress`,
  /// by replacing the file in one step. Leaves the file alone when there are none.
  void takeBackAfter(std::int64_t lastStep);

 private:
  std::filesystem::path file_;
  std::optional<LineAppender> lines_;
};

/// Reads events as they come; the supervisor's side. A half-written last line waits for its end.
class EventReader {
 public:
  explicit EventReader(std::filesystem::path file) : file_(std::move(file)) {}
  /// The whole lines that were added since the last call; none when there is no file yet.
  /// A line that is not an event of this version is an Error that names it. After the log took
  /// events back, the next call starts over and gives all that now stand.
  std::vector<Event> poll();

 private:
  std::filesystem::path file_;
  std::uint64_t inode_ = 0;
  std::int64_t offset_ = 0;
  std::size_t row_ = 0;
};

/// Whether a process lives, told only once all that a dead one said was read: it may begin, or say
/// its last word, between a look and a reading. `isAlive` looks; `read` takes in what was added and
/// tells whether anything was.
bool isAliveAfterReading(const std::function<bool()>& isAlive, const std::function<bool()>& read);

}  // namespace mia::run

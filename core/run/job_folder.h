// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "run/events.h"
#include "run/progress_meter.h"

namespace mia::run {

/// What a person wants of a job.
enum class JobWish { kRun, kPause, kStop };

/// What a job is; `job.json` of its folder.
struct JobOrder {
  static constexpr int kVersion = 1;
  std::string title;                   ///< for people
  std::vector<std::string> arguments;  ///< of `mia`, verb first
  std::string created;                 ///< ISO 8601, UTC
  JobWish wish = JobWish::kRun;
  std::int64_t pid = 0;  ///< that its process was started with; 0 before
  bool seen = false;     ///< a person was shown how it ended
};

enum class JobState {
  kStarting,
  kRunning,
  kPausing,
  kStopping,
  kPaused,   ///< stopped in good order to be gone on with
  kStopped,  ///< stopped in good order
  kDone,
  kFailed,
  kDied  ///< its process ended without a word: killed, or the machine was switched off
};

/// Whether its process is there.
bool isActive(JobState state);

/// How a job stands.
struct JobStatus {
  JobState state = JobState::kStarting;
  Progress progress;              ///< of the present stage
  double rate = 0;                ///< units per second, 0: not known
  double secondsLeft = -1;        ///< of the present stage, negative: not known
  std::string words;              ///< the present stage, the result, or why it failed; may be empty
  Json summary = Json::object();  ///< kDone: the result for programs
};

/// A background command of `mia` in a folder that outlives the window: job.json (what was asked),
/// progress.jsonl (as run/job_log.h), log.txt (what the command printed). Whoever starts the
/// process calls begin(), starts `mia --progress <progress()> <arguments>`, and calls started().
/// Use from one thread.
class JobFolder {
 public:
  /// A new folder below `jobs`, which is made.
  static JobFolder create(const std::filesystem::path& jobs, const std::string& title,
                          std::vector<std::string> arguments);
  /// Error kNotFound or kBadInput.
  static JobFolder open(const std::filesystem::path& folder);

  const std::filesystem::path& folder() const { return folder_; }
  const JobOrder& order() const { return order_; }
  std::filesystem::path progress() const { return folder_ / "progress.jsonl"; }
  std::filesystem::path log() const { return folder_ / "log.txt"; }

  /// Takes back what an earlier start of the job told, so that it can be started anew.
  void begin();
  void started(std::int64_t pid);
  /// Its program could not be started; `words` say why.
  void failToStart(const std::string& words);
  /// Keeps the wish, and asks a living process to stop politely (SIGINT) unless it shall run.
  void ask(JobWish wish);
  void setSeen();
  /// Removes the folder; of a job that is not active.
  void remove();

  /// How it stands now; reads what was added since the last call.
  JobStatus poll();

 private:
  JobFolder(std::filesystem::path folder, JobOrder order);
  void save() const;
  void take(const Event& event);
  JobState stateOf(bool alive) const;

  std::filesystem::path folder_;
  JobOrder order_;
  EventReader events_;
  ProgressMeter meter_;
  std::string end_;  ///< type of the event that ended it
  std::string stage_;
  std::string words_;
  Json summary_ = Json::object();
  std::int64_t pid_ = 0;  ///< as its process told
};

/// The jobs in this folder, oldest first; what is no job is left out.
std::vector<JobFolder> listJobs(const std::filesystem::path& jobs);

}  // namespace mia::run

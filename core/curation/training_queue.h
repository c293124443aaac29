// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/file_lock.h"
#include "base/progress.h"

namespace mia::curation {

/// A training's place in the project's queue, for as long as this lives: a file in `cache/queue`
/// that the process holds locked, so that a dead process holds up nobody, and the queue goes on
/// whether or not a window is open.
class TrainingTurn {
 public:
  /// Queues up behind all that are there. Error kIo.
  TrainingTurn(const std::filesystem::path& project, const std::string& run);
  ~TrainingTurn();
  TrainingTurn(const TrainingTurn&) = delete;
  TrainingTurn& operator=(const TrainingTurn&) = delete;

  /// Returns when no training that came before is left; tells how many are. Error kStopped when a
  /// stop was asked for meanwhile.
  void wait(const WorkContext& work) const;
  /// How many came before and are not done.
  int countBefore() const;

 private:
  std::filesystem::path file_;
  std::optional<FileLock> lock_;
};

/// A run whose command has a place in the queue.
struct QueuedTraining {
  std::string run;
  double since = 0;  ///< seconds since 1970
};

/// Those that queue, in their order: the first has its turn.
std::vector<QueuedTraining> queuedTrainings(const std::filesystem::path& project);

/// Asks the engine at work on this run to pause behind the present step, its model in memory. False
/// when none is at work. Error kIo.
bool pauseTraining(const std::filesystem::path& project, const std::string& run);
/// Asks it to go on. False when it was not asked to pause.
bool continueTraining(const std::filesystem::path& project, const std::string& run);

/// Asks the command that has this run in the queue, at work or waiting, to stop in good order;
/// where there is none, the engine that works on it. False when there is neither.
bool stopTraining(const std::filesystem::path& project, const std::string& run);

}  // namespace mia::curation

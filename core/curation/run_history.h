// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "curation/run_notes.h"
#include "curation/run_series.h"
#include "run/run_directory.h"

namespace mia::curation {

/// Whether a run at work waits with its model in memory (run/run_hold.h).
enum class RunHold {
  kNone,
  kAsked,  ///< it will, behind the present step
  kHeld
};

/// What a run's command does while no engine works on the run.
enum class RunTurn {
  kNone,     ///< there is no command, or it is about to end
  kWaiting,  ///< it waits for another training to end
  kStarting  ///< it starts an engine, which reads the model
};

/// A training run as a list shows it.
struct RunFacts {
  run::RunManifest manifest;
  std::filesystem::path folder;
  run::RunState state = run::RunState::kCreated;
  RunTurn turn = RunTurn::kNone;  ///< not kRunning, not kFinished
  RunHold hold = RunHold::kNone;  ///< kRunning
  RunNotes notes;
  std::int64_t samples = 0;  ///< in its bundle
  std::int64_t pairs = 0;
  std::int64_t step = 0;   ///< the last that was measured
  std::int64_t steps = 0;  ///< in all; 0 while that is not told
  std::string stage;       ///< what it does now: "pictures", "train"; "" before it tells
  std::int64_t stageDone = 0;
  std::int64_t stageTotal = 0;
  std::string device;
  double seconds = 0;           ///< at work, up to what was told last
  double pairsSeen = 0;         ///< learned from so far, each as often as it was
  double memory = 0;            ///< the most that a step held, bytes; 0: not told
  std::int64_t checkpoint = 0;  ///< the step it would go on from
  std::string failure;          ///< kFailed: why, in words
  std::string failureKind;      ///< kFailed: as toString(ErrorKind)
  std::optional<Json> summary;  ///< kFinished

  const std::string& id() const { return manifest.id; }
  /// Its name, or what tells it from the others: "dpo 5e-05".
  std::string title() const;
};

/// A pair of a step in the words that the run learned from: those of its bundle, with what people
/// edited and swapped.
struct TaughtPair {
  StepPair step;
  std::string chosen;
  std::string rejected;
};

/// What to change so that a run that failed or died would do better; "" when nothing is known.
std::string adviceFor(const RunFacts& facts);

/// The training runs of a project, followed as they go. Files are read where they grew; use from
/// one thread.
class RunHistory {
 public:
  explicit RunHistory(std::filesystem::path project);
  ~RunHistory();

  /// Looks again; true when anything changed. A run whose files cannot be read keeps what was
  /// known of it and says why in `failure`.
  bool poll();
  /// Newest first.
  const std::vector<RunFacts>& runs() const { return runs_; }
  /// nullptr when there is no such run; the same object until it grew.
  std::shared_ptr<const RunSeries> series(const std::string& id) const;
  /// Throws what run::readBundle() throws.
  std::vector<TaughtPair> pairsOfStep(const std::string& id, std::int64_t step);

 private:
  class Track;
  bool follow();

  std::filesystem::path project_;
  std::map<std::string, std::unique_ptr<Track>> tracks_;
  std::vector<RunFacts> runs_;
};

/// Whether a command or an engine is about the run.
bool isUnderWay(const RunFacts& facts);
/// "waiting", "starting", "paused", or the state of the run.
std::string stateName(const RunFacts& facts);
/// The runs of a project as `mia runs --json` prints them.
Json toJson(const RunFacts& facts);

}  // namespace mia::curation

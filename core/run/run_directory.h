// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/file_lock.h"
#include "base/json.h"
#include "run/bundle.h"
#include "run/config.h"

namespace mia::run {

enum class RunKind { kGenerate, kTrain, kEvaluate };

const char* toString(RunKind kind);  ///< "generate", "train", "evaluate"
RunKind runKindFromString(const std::string& name);

/// What a run is; written once as `run.json` before it starts.
struct RunManifest {
  static constexpr int kSchema = 1;
  std::string id;
  RunKind kind = RunKind::kGenerate;
  std::string created;    ///< ISO 8601, UTC
  std::string model;      ///< absolute folder of a Hugging Face layout checkpoint
  std::string modelHash;  ///< of config and weights
  std::string adapter;    ///< generate: answers come from the model with this PEFT adapter; "" none
  std::vector<Arm> arms;  ///< evaluate: what is compared, in order
  Json config;            ///< configToJson() of the kind's config
  Json source = {};       ///< train: what its pairs were chosen by; null: not told
};

/// How a run stands, told from its events and its lock alone.
enum class RunState { kCreated, kRunning, kStopped, kFinished, kFailed, kDied };

const char* toString(RunState state);

struct Event;
/// How a run stands behind an event; none when the event does not tell.
std::optional<RunState> stateToldBy(const Event& event);

/// A folder `runs/<id>`: the truth about one run.
class RunDirectory {
 public:
  /// Makes `runs/<id>` with a fresh id (kind-YYYYMMDD-HHMMSS-xxxx), its run.json and its bundle. It
  /// appears whole or not at all, whatever happens meanwhile.
  static RunDirectory create(const std::filesystem::path& runs, RunManifest manifest,
                             const Bundle& bundle);
  /// Error kNotFound or kBadInput.
  static RunDirectory open(const std::filesystem::path& folder);

  const RunManifest& manifest() const { return manifest_; }
  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path bundle() const { return folder_ / "bundle.jsonl"; }
  std::filesystem::path events() const { return folder_ / "events.jsonl"; }
  std::filesystem::path answers() const { return folder_ / "answers.jsonl"; }
  std::filesystem::path attention() const { return folder_ / "attention.bin"; }
  std::filesystem::path checkpoints() const { return folder_ / "checkpoints"; }
  std::filesystem::path adapter() const { return folder_ / "adapter"; }
  std::filesystem::path log() const { return folder_ / "engine.log"; }

  RunState state() const;
  /// What the run came to, as its `finished` event tells; none while it is not finished.
  std::optional<Json> summary() const;

 private:
  RunDirectory(std::filesystem::path folder, RunManifest manifest)
      : folder_(std::move(folder)), manifest_(std::move(manifest)) {}

  std::filesystem::path folder_;
  RunManifest manifest_;
};

/// Held by the engine while it works on a run, so that a second one is refused (Error kBusy) and a
/// dead one is told from a living one.
class RunLock {
 public:
  explicit RunLock(const RunDirectory& run);
  static bool isHeld(const std::filesystem::path& folder);

 private:
  std::optional<FileLock> lock_;
};

/// The project's runs, oldest first; folders without a readable run.json are left out.
std::vector<RunDirectory> listRuns(const std::filesystem::path& runs);

}  // namespace mia::run

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/run_directory.h"

#include <algorithm>
#include <array>
#include <random>
#include <tuple>

#include "base/files.h"
#include "base/time.h"
#include "run/events.h"

namespace mia::run {
namespace {

constexpr std::array kKinds = {"generate", "train", "evaluate"};
constexpr std::array kStates = {"created", "running", "stopped", "finished", "failed", "died"};

std::string freshId(RunKind kind) {
  static constexpr char kLetters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
  std::random_device random;
  std::string id = std::string(toString(kind)) + utcNow("-%Y%m%d-%H%M%S-");
  for (int i = 0; i < 4; ++i) id.push_back(kLetters[random() % (sizeof kLetters - 1)]);
  return id;
}

Json toJson(const RunManifest& manifest) {
  Json arms = Json::array();
  for (const Arm& arm : manifest.arms)
    arms.push_back({{"name", arm.name}, {"adapter", arm.adapter}});
  return {{"schema", RunManifest::kSchema},  {"id", manifest.id},
          {"kind", toString(manifest.kind)}, {"created", manifest.created},
          {"model", manifest.model},         {"model_hash", manifest.modelHash},
          {"adapter", manifest.adapter},     {"arms", std::move(arms)},
          {"config", manifest.config},       {"source", manifest.source}};
}

RunManifest manifestFromJson(const Json& json, const std::string& where) {
  if (require<int>(json, "schema", where) != RunManifest::kSchema) {
    throw Error(ErrorKind::kUnsupported, where + ": this run is of another version");
  }
  RunManifest manifest;
  manifest.id = require<std::string>(json, "id", where);
  manifest.kind = runKindFromString(require<std::string>(json, "kind", where));
  manifest.created = require<std::string>(json, "created", where);
  manifest.model = require<std::string>(json, "model", where);
  manifest.modelHash = require<std::string>(json, "model_hash", where);
  manifest.adapter = require<std::string>(json, "adapter", where);
  for (const Json& arm : require<Json>(json, "arms", where)) {
    manifest.arms.push_back(
        {require<std::string>(arm, "name", where), require<std::string>(arm, "adapter", where)});
  }
  manifest.config = require<Json>(json, "config", where);
  manifest.source = valueOr<Json>(json, "source", {}, where);
  return manifest;
}

std::filesystem::path lockFile(const std::filesystem::path& folder) { return folder / "lock"; }

}  // namespace

const char* toString(RunKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }
const char* toString(RunState state) { return kStates[static_cast<std::size_t>(state)]; }

RunKind runKindFromString(const std::string& name) {
  const auto found = std::find(kKinds.begin(), kKinds.end(), name);
  if (found == kKinds.end())
    throw Error(ErrorKind::kBadInput, "\"" + name + "\" is not a kind of run");
  return static_cast<RunKind>(found - kKinds.begin());
}

std::optional<RunState> stateToldBy(const Event& event) {
  if (event.type == "started") return RunState::kRunning;
  if (event.type == "stopped") return RunState::kStopped;
  if (event.type == "finished") return RunState::kFinished;
  if (event.type == "failed") return RunState::kFailed;
  return std::nullopt;
}

RunDirectory RunDirectory::create(const std::filesystem::path& runs, RunManifest manifest,
                                  const Bundle& bundle) {
  manifest.created = utcNow();
  std::filesystem::path folder;
  do {
    manifest.id = freshId(manifest.kind);
    folder = runs / manifest.id;
  } while (std::filesystem::exists(folder));
  const std::filesystem::path unborn = runs / ("." + manifest.id);
  std::error_code error;
  std::filesystem::create_directories(unborn, error);
  if (error) throw Error(ErrorKind::kIo, "Cannot make " + folder.string() + ": " + error.message());
  writeFileAtomically(unborn / "run.json", toJson(manifest).dump(2) + "\n");
  RunDirectory run(folder, std::move(manifest));
  writeBundle(unborn / run.bundle().filename(), bundle);
  std::filesystem::rename(unborn, folder, error);
  if (error) throw Error(ErrorKind::kIo, "Cannot make " + folder.string() + ": " + error.message());
  return run;
}

RunDirectory RunDirectory::open(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "run.json";
  return RunDirectory(folder, manifestFromJson(readJsonFile(file), file.string()));
}

RunState RunDirectory::state() const {
  EventReader reader(events());
  RunState last = RunState::kCreated;
  const auto read = [&] {
    const std::vector<Event> fresh = reader.poll();
    for (const Event& event : fresh) last = stateToldBy(event).value_or(last);
    return !fresh.empty();
  };
  const bool held = isAliveAfterReading([this] { return RunLock::isHeld(folder_); }, read);
  return last == RunState::kRunning && !held ? RunState::kDied : last;
}

std::optional<Json> RunDirectory::summary() const {
  std::optional<Json> summary;
  for (const Event& event : EventReader(events()).poll()) {
    if (event.type == "started") summary.reset();
    if (event.type == "finished")
      summary = valueOr(event.fields, "summary", Json::object(), events().string());
  }
  return summary;
}

RunLock::RunLock(const RunDirectory& run) : lock_(FileLock::tryLock(lockFile(run.folder()))) {
  if (lock_) return;
  throw Error(ErrorKind::kBusy, "Another engine works on run " + run.manifest().id,
              "Wait for it, or stop it first");
}

bool RunLock::isHeld(const std::filesystem::path& folder) {
  return FileLock::isHeld(lockFile(folder));
}

std::vector<RunDirectory> listRuns(const std::filesystem::path& runs) {
  std::vector<RunDirectory> found;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(runs, error)) {
    const bool unborn = entry.path().filename().string().starts_with('.');
    if (unborn || !std::filesystem::exists(entry.path() / "run.json")) continue;
    try {
      found.push_back(RunDirectory::open(entry.path()));
    } catch (const Error&) {
      continue;  // documented: an unreadable run is not listed
    }
  }
  // Runs of one second are told apart by when their run.json was written.
  const auto age = [](const RunDirectory& run) {
    std::error_code gone;
    return std::tuple(run.manifest().created,
                      std::filesystem::last_write_time(run.folder() / "run.json", gone),
                      run.manifest().id);
  };
  std::sort(found.begin(), found.end(),
            [&](const RunDirectory& a, const RunDirectory& b) { return age(a) < age(b); });
  return found;
}

}  // namespace mia::run

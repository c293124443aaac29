// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/engine_process.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <thread>

#include "app/cli/engine_child.h"
#include "base/files.h"
#include "run/error_kind_names.h"
#include "run/events.h"
#include "run/run_hold.h"

namespace mia::cli {
namespace {

constexpr auto kPoll = std::chrono::milliseconds(50);

constexpr std::array kKinds = {ErrorKind::kUsage,       ErrorKind::kBadInput, ErrorKind::kNotFound,
                               ErrorKind::kUnsupported, ErrorKind::kBusy,     ErrorKind::kIo,
                               ErrorKind::kResource,    ErrorKind::kStopped};

ErrorKind kindFromExitCode(int code) {
  for (const ErrorKind kind : kKinds) {
    if (code == exitCode(kind)) return kind;
  }
  return ErrorKind::kInternal;
}

/// A file that a child's output and errors are added to.
class LogFile {
 public:
  explicit LogFile(const std::filesystem::path& file)
      : descriptor_(::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644)) {
    if (descriptor_ < 0) {
      throw Error(ErrorKind::kIo, "Cannot write " + file.string() + ": " + std::strerror(errno));
    }
  }
  ~LogFile() { ::close(descriptor_); }
  LogFile(const LogFile&) = delete;
  LogFile& operator=(const LogFile&) = delete;
  ChildStreams streams() const { return {.output = descriptor_, .error = descriptor_}; }

 private:
  int descriptor_;
};

/// A file for what a child prints, gone with its owner.
class ScratchFile {
 public:
  ScratchFile() {
    std::string name = (std::filesystem::temp_directory_path() / "mia-engine-XXXXXX").string();
    const int descriptor = ::mkstemp(name.data());
    if (descriptor < 0)
      throw Error(ErrorKind::kIo, "Cannot make " + name + ": " + std::strerror(errno));
    ::close(descriptor);
    path_ = name;
  }
  ~ScratchFile() { ::unlink(path_.c_str()); }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::string endOfLog(const std::filesystem::path& log) {
  const std::string text = std::filesystem::exists(log) ? readFile(log) : "";
  return text.size() > 600 ? text.substr(text.size() - 600) : text;
}

/// Follows the events of a run; remembers how it ended.
class Follower {
 public:
  Follower(const run::RunDirectory& run, const WorkContext& work)
      : reader_(run.events()), work_(work), kind_(run::toString(run.manifest().kind)) {}

  /// Passes over what stands there from before this start.
  void skipPast() { reader_.poll(); }

  void poll() {
    for (const run::Event& event : reader_.poll()) take(event);
  }

  pid_t enginePid() const { return pid_; }
  const std::optional<Json>& summary() const { return summary_; }

  void throwIfEnded() const {
    if (failure_) throw *failure_;
  }
  bool ended() const { return summary_ || failure_; }

 private:
  void take(const run::Event& event) {
    const Json& fields = event.fields;
    const std::string where = "an event of the engine";
    if (event.type == "started") {
      pid_ = valueOr<pid_t>(fields, "pid", 0, where);
      summary_.reset();
      failure_.reset();
    } else if (event.type == "progress") {
      last_ = {require<std::string>(fields, "what", where),
               require<std::int64_t>(fields, "done", where),
               require<std::int64_t>(fields, "total", where),
               require<std::string>(fields, "unit", where)};
      work_.progress(last_);
    } else if (event.type == "paused") {
      work_.progress({"paused", last_.done, last_.total, last_.unit});
    } else if (event.type == "finished") {
      summary_ = valueOr(fields, "summary", Json::object(), where);
    } else if (event.type == "stopped") {
      failure_.emplace(ErrorKind::kStopped, "Stopped in good order",
                       "The same command goes on from here");
    } else if (event.type == "failed") {
      failure_.emplace(run::errorKindFromName(require<std::string>(fields, "kind", where)),
                       require<std::string>(fields, "words", where));
    }
  }

  run::EventReader reader_;
  const WorkContext& work_;
  std::string kind_;
  pid_t pid_ = 0;
  Progress last_;
  std::optional<Json> summary_;
  std::optional<Error> failure_;
};

}  // namespace

Json runEngine(const run::RunDirectory& run, const WorkContext& work) {
  std::optional<Follower> follower(std::in_place, run, work);
  std::optional<EngineChild> child;
  if (run.state() == run::RunState::kFinished) {
    follower->poll();
    return *follower->summary();
  }
  if (!run::RunLock::isHeld(run.folder())) {
    follower->skipPast();
    run::askToGoOn(run.folder());
    child.emplace(std::vector<std::string>{run::toString(run.manifest().kind), "--run",
                                           run.folder().string()},
                  LogFile(run.log()).streams());
  }
  bool asked = false;
  for (;;) {
    const bool over = child ? child->ended() : !run::RunLock::isHeld(run.folder());
    follower->poll();
    if (over && child && child->exitCode() == exitCode(ErrorKind::kBusy)) {
      // One that a killed command line left behind, and that was still starting, has the run.
      child.reset();
      follower.emplace(run, work);
      continue;
    }
    if (over) break;
    const pid_t pid = child ? child->pid() : follower->enginePid();
    if (work.stop.stop_requested() && !asked && pid > 0) {
      ::kill(pid, SIGINT);
      asked = true;
    }
    std::this_thread::sleep_for(kPoll);
  }
  follower->throwIfEnded();
  if (follower->summary()) return *follower->summary();
  if (asked) throw Error(ErrorKind::kStopped, "Stopped before the work began");
  throw Error(ErrorKind::kInternal,
              "The engine died" +
                  (child ? " with exit code " + std::to_string(child->exitCode()) : std::string()) +
                  "; its log " + run.log().string() + " ends with:\n" + endOfLog(run.log()));
}

Json engineResult(const std::vector<std::string>& arguments) {
  const ScratchFile output;
  const int code = EngineChild(arguments, LogFile(output.path()).streams()).exitCode();
  const std::string said = readFile(output.path());
  if (code != 0) throw Error(kindFromExitCode(code), "The engine refused: " + said);
  // Libraries may have warned before; the answer is the last line.
  const std::size_t end = said.find_last_not_of('\n');
  const std::size_t begin = end == std::string::npos ? end : said.rfind('\n', end);
  return parseJson(begin == std::string::npos ? said : said.substr(begin + 1),
                   "the engine's answer");
}

int runEngineInForeground(const std::vector<std::string>& arguments) {
  return EngineChild(arguments).exitCode();
}

}  // namespace mia::cli

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/job_folder.h"

#include <signal.h>

#include <algorithm>
#include <array>
#include <random>

#include "base/time.h"
#include "run/job_log.h"

namespace mia::run {
namespace {

constexpr std::array kWishes = {"run", "pause", "stop"};

JobWish wishFromString(const std::string& name, const std::string& where) {
  const auto found = std::find(kWishes.begin(), kWishes.end(), name);
  if (found == kWishes.end())
    throw Error(ErrorKind::kBadInput, where + ": \"" + name + "\" is not a wish");
  return static_cast<JobWish>(found - kWishes.begin());
}

Json toJson(const JobOrder& order) {
  return {{"v", JobOrder::kVersion},
          {"title", order.title},
          {"arguments", order.arguments},
          {"created", order.created},
          {"wish", kWishes[static_cast<std::size_t>(order.wish)]},
          {"pid", order.pid},
          {"seen", order.seen}};
}

JobOrder orderFromJson(const Json& json, const std::string& where) {
  if (require<int>(json, "v", where) != JobOrder::kVersion)
    throw Error(ErrorKind::kUnsupported, where + ": this job is of another version");
  JobOrder order;
  order.title = require<std::string>(json, "title", where);
  order.arguments = require<std::vector<std::string>>(json, "arguments", where);
  order.created = require<std::string>(json, "created", where);
  order.wish = wishFromString(require<std::string>(json, "wish", where), where);
  order.pid = require<std::int64_t>(json, "pid", where);
  order.seen = require<bool>(json, "seen", where);
  return order;
}

// Two windows may start jobs in the same second; the clock alone would not do.
std::string freshJobId() {
  std::random_device random;
  constexpr char kDigits[] = "0123456789abcdef";
  std::string suffix;
  for (int i = 0; i < 6; ++i) suffix += kDigits[random() % 16];
  return "job-" + utcNow("%Y%m%d-%H%M%S-") + suffix;
}

}  // namespace

bool isActive(JobState state) { return state <= JobState::kStopping; }

JobFolder::JobFolder(std::filesystem::path folder, JobOrder order)
    : folder_(std::move(folder)), order_(std::move(order)), events_(progress()) {}

JobFolder JobFolder::create(const std::filesystem::path& jobs, const std::string& title,
                            std::vector<std::string> arguments) {
  std::filesystem::path folder;
  do {
    folder = jobs / freshJobId();
  } while (std::filesystem::exists(folder));
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw Error(ErrorKind::kIo, "Cannot make " + folder.string() + ": " + error.message());
  JobOrder order;
  order.title = title;
  order.arguments = std::move(arguments);
  order.created = utcNow();
  JobFolder job(std::move(folder), std::move(order));
  job.save();
  return job;
}

JobFolder JobFolder::open(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "job.json";
  return JobFolder(folder, orderFromJson(readJsonFile(file), file.string()));
}

void JobFolder::save() const {
  writeFileAtomically(folder_ / "job.json", toJson(order_).dump(2) + "\n");
}

void JobFolder::begin() {
  std::filesystem::remove(progress());
  events_ = EventReader(progress());
  meter_ = {};
  end_.clear();
  stage_.clear();
  words_.clear();
  summary_ = Json::object();
  pid_ = 0;
  order_.wish = JobWish::kRun;
  order_.seen = false;
  order_.pid = 0;
  save();
}

void JobFolder::started(std::int64_t pid) {
  order_.pid = pid;
  save();
}

void JobFolder::failToStart(const std::string& words) {
  JobLog(progress()).fail(ErrorKind::kNotFound, words);
}

void JobFolder::ask(JobWish wish) {
  order_.wish = wish;
  save();
  if (wish == JobWish::kRun) return;
  const JobState state = poll().state;
  const std::int64_t pid = pid_ > 0 ? pid_ : order_.pid;
  if (isActive(state) && pid > 0) ::kill(static_cast<pid_t>(pid), SIGINT);
}

void JobFolder::setSeen() {
  order_.seen = true;
  save();
}

void JobFolder::remove() {
  std::error_code error;  // what cannot be removed is found again, and can be dismissed again
  std::filesystem::remove_all(folder_, error);
}

void JobFolder::take(const Event& event) {
  const std::string where = progress().string();
  const Json& fields = event.fields;
  if (event.type == "started") {
    pid_ = require<std::int64_t>(fields, "pid", where);
  } else if (event.type == "stage") {
    stage_ = require<std::string>(fields, "words", where);
  } else if (event.type == "progress") {
    meter_.add(
        {require<std::string>(fields, "what", where), require<std::int64_t>(fields, "done", where),
         require<std::int64_t>(fields, "total", where),
         require<std::string>(fields, "unit", where)},
        event.time);
  } else if (event.type == "finished" || event.type == "stopped" || event.type == "failed") {
    end_ = event.type;
    words_ = valueOr<std::string>(fields, "words", {}, where);
    summary_ = valueOr(fields, "summary", Json::object(), where);
  }
}

JobState JobFolder::stateOf(bool alive) const {
  const bool pause = order_.wish == JobWish::kPause, stop = order_.wish == JobWish::kStop;
  if (end_ == "finished") return JobState::kDone;
  if (end_ == "failed") return JobState::kFailed;
  if (end_ == "stopped") return pause ? JobState::kPaused : JobState::kStopped;
  if (alive) {
    if (pause) return JobState::kPausing;
    if (stop) return JobState::kStopping;
    return pid_ > 0 ? JobState::kRunning : JobState::kStarting;
  }
  // Asked to end before it could say anything: it did.
  if (pause) return JobState::kPaused;
  return stop ? JobState::kStopped : JobState::kDied;
}

JobStatus JobFolder::poll() {
  // Until it locks its log, only its process tells that it lives.
  const bool starting = order_.pid > 0 && ::kill(static_cast<pid_t>(order_.pid), 0) == 0;
  const auto read = [this] {
    const std::vector<Event> fresh = events_.poll();
    for (const Event& event : fresh) take(event);
    return !fresh.empty();
  };
  const bool alive = isAliveAfterReading([this] { return JobLog::isAlive(progress()); }, read);
  JobStatus status;
  status.state = stateOf(alive || (pid_ == 0 && starting));
  status.progress = meter_.last();
  status.rate = meter_.rate();
  status.secondsLeft = meter_.secondsLeft();
  status.words = end_.empty() ? stage_ : words_;
  status.summary = summary_;
  return status;
}

std::vector<JobFolder> listJobs(const std::filesystem::path& jobs) {
  std::vector<JobFolder> found;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(jobs, error)) {
    try {
      found.push_back(JobFolder::open(entry.path()));
    } catch (const Error&) {
      continue;  // documented: what is no job is left out
    }
  }
  std::sort(found.begin(), found.end(), [](const JobFolder& a, const JobFolder& b) {
    return std::pair(a.order().created, a.folder()) < std::pair(b.order().created, b.folder());
  });
  return found;
}

}  // namespace mia::run

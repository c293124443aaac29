// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/training_queue.h"

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <thread>

#include "base/files.h"
#include "base/json.h"
#include "curation/run_notes.h"
#include "run/events.h"
#include "run/run_directory.h"
#include "run/run_hold.h"

namespace mia::curation {
namespace {

constexpr auto kTurnPoll = std::chrono::milliseconds(200);

std::filesystem::path queueFolder(const std::filesystem::path& project) {
  return project / "cache" / "queue";
}

constexpr std::size_t kDigits = 20;

// Names of tickets begin with the nanoseconds since 1970 at their making, and sort by them.
std::string ticketName() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto count = std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
  std::string digits = std::to_string(count);
  digits.insert(0, kDigits - std::min(kDigits, digits.size()), '0');
  return digits + "-" + std::to_string(::getpid());
}

double secondsOf(const std::filesystem::path& ticket) {
  return std::strtod(ticket.filename().string().substr(0, kDigits).c_str(), nullptr) * 1e-9;
}

std::vector<std::filesystem::path> heldTickets(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> tickets;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    // One that begins with a dot is being made.
    if (entry.path().filename().string().front() != '.') tickets.push_back(entry.path());
  }
  std::sort(tickets.begin(), tickets.end());
  // Those that nobody holds any more are removed.
  std::erase_if(tickets, [](const auto& ticket) {
    const bool left = !FileLock::isHeld(ticket);
    if (left) ::unlink(ticket.c_str());
    return left;
  });
  return tickets;
}

struct Ticket {
  std::string run;
  pid_t pid = 0;
};

Ticket readTicket(const std::filesystem::path& file) {
  try {
    const Json json = readJsonFile(file);
    return {require<std::string>(json, "run", file.string()),
            require<pid_t>(json, "pid", file.string())};
  } catch (const Error&) {
    return {};  // it ended meanwhile
  }
}

// The engine that works on a run which queues nowhere: `mia demo` trains without a ticket.
bool stopEngine(const std::filesystem::path& folder) {
  if (!run::RunLock::isHeld(folder)) return false;
  pid_t pid = 0;
  for (const run::Event& event : run::EventReader(folder / "events.jsonl").poll()) {
    if (event.type == "started") pid = event.fields.value("pid", pid_t{0});
  }
  return pid > 0 && ::kill(pid, SIGINT) == 0;
}

}  // namespace

TrainingTurn::TrainingTurn(const std::filesystem::path& project, const std::string& run) {
  const std::filesystem::path folder = queueFolder(project);
  std::error_code error;
  std::filesystem::create_directories(folder, error);  // without it, the lock tells why
  const std::string name = ticketName();
  const std::filesystem::path unborn = folder / ("." + name);
  file_ = folder / name;
  lock_.emplace(FileLock::wait(unborn));
  LineAppender(unborn).append(Json{{"run", run}, {"pid", ::getpid()}}.dump());
  // It is seen locked and whole or not at all.
  std::filesystem::rename(unborn, file_, error);
  if (error)
    throw Error(ErrorKind::kIo, "Cannot queue in " + folder.string() + ": " + error.message());
}

TrainingTurn::~TrainingTurn() { ::unlink(file_.c_str()); }

int TrainingTurn::countBefore() const {
  const auto tickets = heldTickets(file_.parent_path());
  return static_cast<int>(std::lower_bound(tickets.begin(), tickets.end(), file_) -
                          tickets.begin());
}

void TrainingTurn::wait(const WorkContext& work) const {
  int told = 0;
  while (const int before = countBefore()) {
    if (before != told && work.progress) work.progress({"waiting", told = before, 0, "before it"});
    if (work.stop.stop_requested())
      throw Error(ErrorKind::kStopped, "Stopped while it waited for its turn");
    std::this_thread::sleep_for(kTurnPoll);
  }
}

std::vector<QueuedTraining> queuedTrainings(const std::filesystem::path& project) {
  std::vector<QueuedTraining> queued;
  for (const auto& file : heldTickets(queueFolder(project))) {
    queued.push_back({readTicket(file).run, secondsOf(file)});
  }
  return queued;
}

bool pauseTraining(const std::filesystem::path& project, const std::string& run) {
  const std::filesystem::path folder = runFolder(project, run);
  if (!run::RunLock::isHeld(folder)) return false;
  run::askToHold(folder);
  return true;
}

bool continueTraining(const std::filesystem::path& project, const std::string& run) {
  const std::filesystem::path folder = runFolder(project, run);
  const bool held = run::isHoldAsked(folder);
  run::askToGoOn(folder);
  return held;
}

bool stopTraining(const std::filesystem::path& project, const std::string& run) {
  for (const auto& file : heldTickets(queueFolder(project))) {
    const Ticket ticket = readTicket(file);
    if (ticket.run == run && ticket.pid > 0) return ::kill(ticket.pid, SIGINT) == 0;
  }
  return stopEngine(project / "runs" / run);
}

}  // namespace mia::curation

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/training_queue.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
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

// Names of tickets sort by the moment of their making.
std::string ticketName() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto count = std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
  std::string digits = std::to_string(count);
  digits.insert(0, 20 - std::min<std::size_t>(20, digits.size()), '0');
  return digits + "-" + std::to_string(::getpid());
}

// Whether a process holds this ticket; one that nobody holds is removed.
bool isHeldTicket(const std::filesystem::path& ticket) {
  const int descriptor = ::open(ticket.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool held = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0;
  if (!held) ::unlink(ticket.c_str());
  ::close(descriptor);
  return held;
}

std::vector<std::filesystem::path> heldTickets(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> tickets;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    // One that begins with a dot is being made.
    if (entry.path().filename().string().front() != '.') tickets.push_back(entry.path());
  }
  std::sort(tickets.begin(), tickets.end());
  std::erase_if(tickets, [](const auto& ticket) { return !isHeldTicket(ticket); });
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
  std::filesystem::create_directories(folder, error);
  const std::string name = ticketName();
  const std::filesystem::path unborn = folder / ("." + name);
  const std::string text = Json{{"run", run}, {"pid", ::getpid()}}.dump() + "\n";
  descriptor_ = ::open(unborn.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  const bool written =
      descriptor_ >= 0 && ::flock(descriptor_, LOCK_EX) == 0 &&
      ::write(descriptor_, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  file_ = folder / name;
  // It is seen locked or not at all.
  if (written && ::rename(unborn.c_str(), file_.c_str()) == 0) return;
  const std::string why = std::strerror(errno);
  if (descriptor_ >= 0) ::close(descriptor_);
  throw Error(ErrorKind::kIo, "Cannot queue in " + folder.string() + ": " + why);
}

TrainingTurn::~TrainingTurn() {
  ::unlink(file_.c_str());
  ::close(descriptor_);
}

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

std::vector<std::string> waitingTrainings(const std::filesystem::path& project) {
  std::vector<std::string> runs;
  const auto tickets = heldTickets(queueFolder(project));
  for (std::size_t i = 1; i < tickets.size(); ++i) runs.push_back(readTicket(tickets[i]).run);
  return runs;
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

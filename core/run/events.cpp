// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/events.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <sstream>

namespace mia::run {
namespace {

Event parseEvent(const std::string& line, const std::string& where) {
  Event event;
  event.fields = parseJson(line, where);
  if (require<int>(event.fields, "v", where) != Event::kVersion) {
    throw Error(ErrorKind::kUnsupported, where + ": this event is of another version");
  }
  event.type = require<std::string>(event.fields, "type", where);
  event.time = require<double>(event.fields, "time", where);
  return event;
}

/// A file as it stood when it was opened, though another takes its name meanwhile.
class OpenFile {
 public:
  explicit OpenFile(const std::filesystem::path& file)
      : descriptor_(::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  bool exists() const { return descriptor_ >= 0; }

  std::uint64_t inode() const {
    struct stat status {};
    ::fstat(descriptor_, &status);
    return status.st_ino;
  }

  std::string from(std::int64_t offset) const {
    std::string content;
    char block[65536];
    ssize_t count = 0;
    while ((count = ::pread(descriptor_, block, sizeof block, offset)) > 0) {
      content.append(block, static_cast<std::size_t>(count));
      offset += count;
    }
    return content;
  }

 private:
  int descriptor_;
};

}  // namespace

EventLog::EventLog(std::filesystem::path file) : file_(std::move(file)) { lines_.emplace(file_); }

void EventLog::write(const std::string& type, Json fields) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  fields["v"] = Event::kVersion;
  fields["time"] = std::chrono::duration<double>(now).count();
  fields["type"] = type;
  lines_->append(fields.dump(-1, ' ', false, Json::error_handler_t::replace));
}

void EventLog::takeBackAfter(std::int64_t lastStep) {
  std::string kept;
  bool takesBack = false;
  for (const Event& event : EventReader(file_).poll()) {
    const auto step = valueOr<std::int64_t>(event.fields, "step", 0, file_.string());
    takesBack = takesBack || step > lastStep;
    if (step <= lastStep && event.type != "progress") kept += event.fields.dump() + "\n";
  }
  if (!takesBack) return;
  writeFileAtomically(file_, kept);
  lines_.emplace(file_);
}

std::vector<Event> EventReader::poll() {
  std::vector<Event> events;
  const OpenFile file(file_);
  if (!file.exists()) return events;
  if (file.inode() != inode_) {
    inode_ = file.inode();
    offset_ = 0;
    row_ = 0;
  }
  std::istringstream lines(file.from(offset_));
  std::string line;
  while (std::getline(lines, line) && !lines.eof()) {
    offset_ += static_cast<std::int64_t>(line.size()) + 1;
    events.push_back(parseEvent(line, file_.string() + ", line " + std::to_string(++row_)));
  }
  return events;
}

bool isAliveAfterReading(const std::function<bool()>& isAlive, const std::function<bool()>& read) {
  bool alive = isAlive();
  while (read() && !alive) alive = isAlive();
  return alive;
}

}  // namespace mia::run

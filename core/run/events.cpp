// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/events.h"

#include <chrono>

namespace mia::run {

void EventLog::write(const std::string& type, Json fields) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  fields["v"] = Event::kVersion;
  fields["time"] = std::chrono::duration<double>(now).count();
  fields["type"] = type;
  lines_.append(fields.dump());
}

std::vector<Event> EventReader::poll() {
  std::vector<Event> events;
  std::ifstream in(file_, std::ios::binary);
  if (!in) return events;
  in.seekg(static_cast<std::streamoff>(offset_));
  std::string line;
  while (std::getline(in, line) && !in.eof()) {
    offset_ += line.size() + 1;
    const std::string where = file_.string() + ", line " + std::to_string(++row_);
    Event event;
    event.fields = parseJson(line, where);
    if (require<int>(event.fields, "v", where) != Event::kVersion) {
      throw Error(ErrorKind::kUnsupported, where + ": this event is of another version");
    }
    event.type = require<std::string>(event.fields, "type", where);
    event.time = require<double>(event.fields, "time", where);
    events.push_back(std::move(event));
  }
  return events;
}

}  // namespace mia::run

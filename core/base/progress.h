// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

namespace mia {

/// One report of long work: so many of so many, in a unit that people know ("rows", "samples").
struct Progress {
  std::string what;  ///< the stage, such as "import"
  std::int64_t done = 0;
  std::int64_t total = 0;  ///< 0: not known
  std::string unit;
};

/// Takes reports; called on the thread that does the work, as often as the work likes.
using ProgressSink = std::function<void(const Progress&)>;

/// How long work meets its caller: it reports, and it stops in good order when asked. Work that
/// stopped throws Error kStopped after leaving everything in a state from which it can go on.
struct WorkContext {
  std::stop_token stop;
  ProgressSink progress = [](const Progress&) {};
};

}  // namespace mia

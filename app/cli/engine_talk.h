// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/cli/engine_child.h"
#include "run/serve_reply.h"

namespace mia::cli {

/// A `mia-engine serve` for the length of a verb, in a process group of its own: Ctrl-C reaches it
/// through us. What it writes on standard error goes to ours.
class EngineTalk {
 public:
  /// Error kNotFound when there is no engine beside this program.
  EngineTalk();
  ~EngineTalk();
  EngineTalk(const EngineTalk&) = delete;
  EngineTalk& operator=(const EngineTalk&) = delete;

  /// -> the request's id.
  std::int64_t send(run::ServeWork work);
  /// The next reply to this request; when a stop was asked for (stopToken()), the request is
  /// cancelled, once. Throws what the engine says is wrong, and kInternal when it died.
  run::ServeNews next(std::int64_t id);

 private:
  bool waitForBytes();
  std::string nextLine();

  struct Pipe {
    Pipe();
    ~Pipe();
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    static void closeEnd(int& end);
    int readEnd = -1;
    int writeEnd = -1;
  };

  Pipe requests_;
  Pipe replies_;
  EngineChild child_;
  std::int64_t lastId_ = 0;
  bool cancelled_ = false;
  std::string pending_;
};

}  // namespace mia::cli

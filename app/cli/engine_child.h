// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace mia::cli {

/// The standard streams of a child, as descriptors of ours; -1: it shares ours.
struct ChildStreams {
  int input = -1;
  int output = -1;
  int error = -1;
};

/// A `mia-engine` in a process group of its own: Ctrl-C reaches it through us, once. It is waited
/// for at the end.
class EngineChild {
 public:
  /// Error kNotFound when there is no engine beside this program.
  explicit EngineChild(std::vector<std::string> arguments, const ChildStreams& streams = {});
  ~EngineChild();
  EngineChild(const EngineChild&) = delete;
  EngineChild& operator=(const EngineChild&) = delete;

  pid_t pid() const { return pid_; }
  /// Does not wait.
  bool ended();
  /// Waits; 128 + its number when a signal ended it.
  int exitCode();

 private:
  bool wait(int flags);

  pid_t pid_ = 0;
  std::optional<int> exitCode_;
};

}  // namespace mia::cli

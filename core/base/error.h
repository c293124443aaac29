// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>

namespace mia {

/// What went wrong, coarsely: decides the exit code of a program and how a window shows it.
enum class ErrorKind {
  kUsage,        ///< the caller asked for something that makes no sense (options, parameters)
  kBadInput,     ///< a file, row or message of somebody else's does not hold what it should
  kNotFound,     ///< a file, project, run or row that was named is not there
  kUnsupported,  ///< understood, but not something this program does
  kBusy,         ///< another process holds what is needed; trying again later helps
  kIo,           ///< the operating system refused to read or write
  kResource,     ///< memory, disk or a device ran out
  kStopped,      ///< a stop was asked for, and work ended early in good order
  kInternal      ///< our own mistake
};

/// The one exception family: a message for people, made of what happened, where, and what to do.
class Error : public std::runtime_error {
 public:
  /// `what` is a sentence without a full stop; `hint`, if any, says what to do about it.
  Error(ErrorKind kind, const std::string& what, const std::string& hint = {})
      : std::runtime_error(hint.empty() ? what : what + ". " + hint), kind_(kind) {}
  ErrorKind kind() const { return kind_; }

 private:
  ErrorKind kind_;
};

/// The documented exit code of a kind: usage 2, bad input 3, not found 4, unsupported 5, busy 6,
/// i/o 7, resource 8, stopped 130, internal 70.
int exitCode(ErrorKind kind);

/// A stable word for machine-readable output, such as "bad-input".
const char* toString(ErrorKind kind);

}  // namespace mia

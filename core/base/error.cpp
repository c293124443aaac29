// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

namespace mia {

int exitCode(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kUsage: return 2;
    case ErrorKind::kBadInput: return 3;
    case ErrorKind::kNotFound: return 4;
    case ErrorKind::kUnsupported: return 5;
    case ErrorKind::kBusy: return 6;
    case ErrorKind::kIo: return 7;
    case ErrorKind::kResource: return 8;
    case ErrorKind::kStopped: return 130;
    case ErrorKind::kInternal: return 70;
  }
  return 70;
}

const char* toString(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kUsage: return "usage";
    case ErrorKind::kBadInput: return "bad-input";
    case ErrorKind::kNotFound: return "not-found";
    case ErrorKind::kUnsupported: return "unsupported";
    case ErrorKind::kBusy: return "busy";
    case ErrorKind::kIo: return "io";
    case ErrorKind::kResource: return "resource";
    case ErrorKind::kStopped: return "stopped";
    case ErrorKind::kInternal: return "internal";
  }
  return "internal";
}

}  // namespace mia

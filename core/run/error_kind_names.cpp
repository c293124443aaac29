// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/error_kind_names.h"

namespace mia::run {

ErrorKind errorKindFromName(const std::string& name) {
  for (const ErrorKind kind :
       {ErrorKind::kUsage, ErrorKind::kBadInput, ErrorKind::kNotFound, ErrorKind::kUnsupported,
        ErrorKind::kBusy, ErrorKind::kIo, ErrorKind::kResource, ErrorKind::kStopped}) {
    if (name == toString(kind)) return kind;
  }
  return ErrorKind::kInternal;
}

}  // namespace mia::run

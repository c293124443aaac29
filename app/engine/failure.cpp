// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/failure.h"

#include <c10/util/Exception.h>

#include <new>
#include <string>

namespace mia::engine {

Error asError(const std::exception& exception) {
  if (const auto* ours = dynamic_cast<const Error*>(&exception)) return *ours;
  const bool memory = dynamic_cast<const std::bad_alloc*>(&exception) != nullptr ||
                      dynamic_cast<const c10::OutOfMemoryError*>(&exception) != nullptr;
  if (memory) {
    return {ErrorKind::kResource, "Memory ran out",
            "A smaller batch size needs less; so does a shorter answer"};
  }
  if (const auto* torch = dynamic_cast<const c10::Error*>(&exception)) {
    return {ErrorKind::kInternal, std::string("LibTorch: ") + torch->what_without_backtrace()};
  }
  return {ErrorKind::kInternal, exception.what()};
}

}  // namespace mia::engine

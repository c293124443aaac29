// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "domain/ids.h"

namespace mia {

/// How far the import of a source came.
enum class SourceState {
  kImporting,  ///< cut or still going on; importing the file again goes on behind its last row
  kComplete,
  kBroken  ///< the file is damaged; what stood before the damage was taken
};

const char* toString(SourceState state);  ///< "importing", "complete", "broken"
SourceState sourceStateFromString(const std::string& name);

/// A file that questions were imported from: its content, read against one image root.
struct Source {
  SourceId id;
  std::string file;         ///< absolute, where it was imported from last
  std::string contentHash;  ///< contentHashOfFile()
  std::string format;       ///< "llava-instruct"
  std::string root;         ///< absolute folder that image paths are relative to
  std::int64_t bytes = 0;
  std::string started;  ///< ISO 8601, UTC
  SourceState state = SourceState::kImporting;
  std::int64_t rowsDone = 0;   ///< rows that became a question or were quarantined
  std::int64_t bytesDone = 0;  ///< where the next row begins, at the latest
  std::string words;           ///< kBroken: where and how
};

}  // namespace mia

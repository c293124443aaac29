// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>

#include "base/progress.h"
#include "curation/project.h"
#include "domain/question.h"
#include "domain/source.h"

namespace mia::curation {

/// What an import did, and how its source stands after it.
struct ImportResult {
  Source source;               ///< with state kBroken and words when the file is damaged
  std::int64_t rowsRead = 0;   ///< rows that this import looked at
  std::int64_t added = 0;      ///< questions that this import added
  std::int64_t questions = 0;  ///< of the source, all together
  std::map<QuarantineReason, std::int64_t> quarantined;  ///< of the source, all together
};

/// Imports a LLaVA-instruct file (formats: exchange/llava_instruct.h), its image paths relative to
/// `imageRoot`. Every row becomes a question or is quarantined with its reason:
///   source.rowsDone = questions + quarantined.
/// Rows are committed in batches with how far they reach. After a crash or a stop (Error kStopped)
/// the same import goes on behind them; once a file is done, importing it again looks only at its
/// quarantined rows anew, since pictures may have come. Two pictures with the same content and the
/// same conversation are a duplicate, whichever file they came from.
/// Errors: kNotFound, kBadInput when the file is no list of records, kBusy when another process
/// imports the same file.
ImportResult importLlava(Project& project, const std::filesystem::path& file,
                         const std::filesystem::path& imageRoot, const WorkContext& work = {});

}  // namespace mia::curation

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "base/progress.h"
#include "curation/chosen_pairs.h"
#include "domain/ids.h"

namespace mia::curation {

enum class PairFormat { kMiaDpo, kLlamaFactory };

const char* toString(PairFormat format);  ///< "mia-dpo", "llama-factory"
PairFormat pairFormatFromString(const std::string& name);

struct ExportRequest {
  PairFormat format = PairFormat::kMiaDpo;
  std::filesystem::path folder;  ///< is made; must not hold an export already
  SelectionId selection = {};    ///< 0: the newest
  PairSource pairs = PairSource::kAutomatic;
  std::optional<Review> review = {};  ///< kAccepted: by this review alone
};

struct ExportResult {
  SelectionId selection;
  std::int64_t pairs = 0;
  std::int64_t pictures = 0;  ///< files below images/
};

/// Writes pairs of a selection with every picture they need below `folder`/images/: originals are
/// copied, canvases (grid, pic-in-pic) are drawn as PNG; each once. The records name them relative
/// to `folder`. Accepted pairs come with their data card, README.md. Error kNotFound without a
/// selection, kUsage when the folder holds an export or there are no such pairs; the data file
/// appears last, when all else is there.
ExportResult exportPairs(Project& project, const ExportRequest& request, const WorkContext& work);

/// Copies a finished run's adapter to `folder`, which must not hold one. Errors kNotFound, kUsage.
void copyAdapter(const std::filesystem::path& adapter, const std::filesystem::path& folder);

}  // namespace mia::curation

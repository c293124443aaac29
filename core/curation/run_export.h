// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "curation/run_history.h"

namespace mia::curation {

/// A run's series as a table: step, pairs, seconds, then a column per name; held-out figures stand
/// in the row of their step. Gaps are empty cells.
std::string seriesCsv(const RunSeries& series);
void writeSeriesCsv(const RunSeries& series, const std::filesystem::path& file);

/// A run's series as a TensorBoard event file in `folder`; returns the file. Figures of training
/// are named train/…, held-out ones eval/…, as TRL has them.
std::filesystem::path writeTensorBoard(const RunFacts& facts, const RunSeries& series,
                                       const std::filesystem::path& folder);

}  // namespace mia::curation

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace mia::run {

/// The wish that the engine at work on a run pauses: a file `hold` in the run's folder. The engine
/// looks for it whenever it reports progress, tells `paused`, waits with its model in memory, and
/// tells `continued` when the wish is taken back. A start of the engine begins without the wish.
void askToHold(const std::filesystem::path& run);  ///< Error kIo
void askToGoOn(const std::filesystem::path& run);  ///< no mistake when there is no such wish
bool isHoldAsked(const std::filesystem::path& run);

}  // namespace mia::run

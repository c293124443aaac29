// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>

#include "base/json.h"

namespace mia::exchange {

/// Calls `take` with every element of a file that holds a JSON list, and with a name for its place.
/// Error kBadInput where the file is broken or an element is no sound JSON.
void forEachRecord(const std::filesystem::path& file,
                   const std::function<void(const Json&, const std::string& where)>& take);

}  // namespace mia::exchange

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "train/token_pair.h"

namespace mia::train {

/// 16 hex digits (FNV-1a, 64 bits) over `what` and the pairs' ids, tokens and pictures: tells the
/// files of this run from those of another. Not for security.
std::string fingerprint(const Json& what, const std::vector<TokenPair>& pairs);

}  // namespace mia::train

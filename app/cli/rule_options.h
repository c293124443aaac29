// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "curation/select.h"

namespace mia::cli {

/// Takes a threshold of the command line into a rule: "sequence:3=0.65", or "grid=0.5" for every
/// number of images of the layout. Error kUsage.
void readThreshold(const std::string& text, selection::Rule& rule);

}  // namespace mia::cli

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/error.h"

namespace mia::run {

/// The kind that toString(ErrorKind) calls so, as the engine writes it; kInternal for other words.
ErrorKind errorKindFromName(const std::string& name);

}  // namespace mia::run

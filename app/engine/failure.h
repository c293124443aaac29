// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>

#include "base/error.h"

namespace mia::engine {

/// Any exception in our words: an Error as it is, memory that ran out (the machine's or a device's)
/// as kResource, everything else as kInternal with what it said.
Error asError(const std::exception& exception);

}  // namespace mia::engine

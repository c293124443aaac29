// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace mia {

/// The present moment in UTC by a strftime format; the default is ISO 8601, "2026-01-31T12:00:00Z".
std::string utcNow(const char* format = "%Y-%m-%dT%H:%M:%SZ");

}  // namespace mia

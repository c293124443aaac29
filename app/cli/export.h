// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verbs.h"
#include "curation/export_pairs.h"

namespace mia::cli {

/// Writes pairs, shows how far it is, and reports what is there.
void exportPairs(const Context& context, const curation::ExportRequest& request);

}  // namespace mia::cli

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

namespace mia::storage {

/// How much of the file a connection keeps in memory at most. At first 64 MiB, for the unsorted
/// inserts of an import; to read needs less, for the system keeps a file's pages too.
void keepInMemory(Database& database, int mebibytes);

}  // namespace mia::storage

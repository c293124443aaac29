// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/memory.h"

#include <string>

#include "storage/statement.h"

namespace mia::storage {

void keepInMemory(Database& database, int mebibytes) {
  Statement(database, "PRAGMA cache_size = -" + std::to_string(mebibytes * 1024)).run();
}

}  // namespace mia::storage

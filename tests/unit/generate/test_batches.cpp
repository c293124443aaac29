// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "generate/batches.h"

using mia::generate::batchesByLength;

TEST_CASE("batches hold prompts of like length, each once") {
  const auto batches = batchesByLength({9, 4, 9, 5, 4}, 2);
  CHECK(batches == std::vector<std::vector<std::size_t>>{{1, 4}, {3, 0}, {2}});
  CHECK(batchesByLength({}, 2).empty());
}

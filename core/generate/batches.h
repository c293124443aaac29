// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace mia::generate {

/// Puts prompts of like length together, `size` to a batch (the last may be smaller), so that
/// little is padded; shortest first, equal lengths in the order given. Every index is in one batch.
std::vector<std::vector<std::size_t>> batchesByLength(const std::vector<std::int64_t>& lengths,
                                                      std::size_t size);

}  // namespace mia::generate

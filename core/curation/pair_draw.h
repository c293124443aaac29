// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/random.h"
#include "selection/rule.h"

namespace mia::curation {

/// Leaves those that the rule's draw of `maxPairs` by seed takes, in any order; all when they are
/// no more. Which places are drawn depends on how many there are alone.
template <class T>
void drawPairs(const selection::Rule& rule, std::vector<T>& all) {
  if (rule.maxPairs == 0 || static_cast<std::int64_t>(all.size()) <= rule.maxPairs) return;
  Random::stream(rule.seed, "select pairs").shuffle(all);
  all.resize(static_cast<std::size_t>(rule.maxPairs));
}

}  // namespace mia::curation

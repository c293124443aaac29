// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "curation/chosen_pairs.h"

namespace mia::curation {

/// What goes with an export of accepted pairs, as Markdown: counts, the rule with every threshold
/// and seed, the model with its hash, the reviews, how often each rule's pairs were accepted with
/// intervals, and how far the reviews agree.
std::string dataCard(Project& project, const PairChoice& choice);

}  // namespace mia::curation

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "curation/browse_query.h"

namespace mia::ui {

/// The words that people see for what a gallery is narrowed and ordered by.
QString wordsOf(curation::Facet facet);
QString wordsOf(curation::Score score);
QString wordsOf(curation::SortKey key);
/// Of one value of a facet; `label` as the counts tell it.
QString wordsOf(curation::Facet facet, const std::string& value, const std::string& label);
/// "attention share 0.2 – 0.5", "perplexity from 2".
QString wordsOf(curation::Score score, const curation::Range& range);
/// What a score is and where it comes from, for a tool tip.
QString explained(curation::Score score);

}  // namespace mia::ui

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "curation/browse_query.h"
#include "curation/row_set.h"
#include "storage/gallery_columns.h"

namespace mia::curation {

/// Every value of a facet with its rows.
using FacetValues = std::vector<std::pair<FacetChoice, RowSet>>;

/// The ids of a shelf's rows.
const std::vector<std::int64_t>& shelfIds(const storage::GalleryColumns& columns, Shelf shelf);

/// The samples that these answers are to.
RowSet samplesAnswered(const storage::GalleryColumns& columns, const RowSet& answers);

/// Of any facet but kRun and kModel, which are not a sample's but its answers'.
FacetValues facetValues(const storage::GalleryColumns& columns, Shelf shelf, Facet facet);

}  // namespace mia::curation

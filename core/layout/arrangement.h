// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "layout/geometry.h"

namespace mia::layout {

/// Where pictures are shown side by side, px.
struct Area {
  double width = 0;
  double height = 0;
  double gap = 0;  ///< between two pictures, and between two rows
  bool operator==(const Area&) const = default;
};

/// Places for pictures of these sizes, in their order: all of one height and each in its own shape,
/// in the number of rows that shows them largest, rows centred in the area.
std::vector<PixelRect> arranged(const std::vector<Size>& pictures, const Area& area);

}  // namespace mia::layout

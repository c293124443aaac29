// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "selection/text_distance.h"

#include <edlib.h>

#include <algorithm>
#include <limits>

#include "base/error.h"

namespace mia::selection {

double editDistance(std::string_view a, std::string_view b) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer == 0) return 0;
  const EdlibAlignResult result = edlibAlign(a.data(), static_cast<int>(a.size()), b.data(),
                                             static_cast<int>(b.size()), edlibDefaultAlignConfig());
  const bool failed = result.status != EDLIB_STATUS_OK;
  const int distance = result.editDistance;
  edlibFreeAlignResult(result);
  if (failed)
    throw Error(ErrorKind::kInternal, "The edit distance of two answers could not be computed");
  return static_cast<double>(distance) / static_cast<double>(longer);
}

double lengthRatio(std::string_view a, std::string_view b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer == shorter) return 1;
  if (shorter == 0) return std::numeric_limits<double>::infinity();
  return static_cast<double>(longer) / static_cast<double>(shorter);
}

}  // namespace mia::selection

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "imaging/decode.h"

namespace mia::imaging {

inline std::filesystem::path golden(const std::string& name) {
  return std::filesystem::path(MIA_TEST_DATA) / "imaging" / name;
}

/// The largest difference of any value; 256 when the sizes differ.
inline int largestDifference(const Picture& a, const Picture& b) {
  if (a.size() != b.size()) return 256;
  int largest = 0;
  for (std::size_t i = 0; i < a.rgb.size(); ++i) {
    largest = std::max(largest, std::abs(int(a.rgb[i]) - int(b.rgb[i])));
  }
  return largest;
}

/// The mean difference of the values; 256 when the sizes differ.
inline double meanDifference(const Picture& a, const Picture& b) {
  if (a.size() != b.size()) return 256;
  double sum = 0;
  for (std::size_t i = 0; i < a.rgb.size(); ++i) sum += std::abs(int(a.rgb[i]) - int(b.rgb[i]));
  return sum / double(a.rgb.size());
}

}  // namespace mia::imaging

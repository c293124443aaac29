// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/likeness.h"

#include <algorithm>

#include "base/error.h"
#include "base/files.h"
#include "imaging/decode.h"
#include "imaging/resize.h"

namespace mia::curation {
namespace {

constexpr int kSide = 8;
constexpr int kDecodedEdge = 64;
constexpr const char* kFolder = "likeness-1";

Likeness computed(const std::filesystem::path& file) {
  const imaging::ReducedPicture reduced = imaging::decodeForEdge(file, kDecodedEdge);
  imaging::Picture small(kSide, kSide);
  imaging::resizeOnto(small, {0, 0, kSide, kSide}, reduced.picture, reduced.covered,
                      layout::Filter::kBilinear);
  Likeness likeness;
  std::copy(small.rgb.begin(), small.rgb.end(), likeness.begin());
  return likeness;
}

}  // namespace

Likeness likenessOf(const Image& image, const std::filesystem::path& cache) {
  const std::filesystem::path file =
      cache / kFolder / image.contentHash.substr(0, 2) / image.contentHash;
  std::error_code ignored;
  if (std::filesystem::file_size(file, ignored) == sizeof(Likeness)) {
    const std::string bytes = readFile(file);
    Likeness likeness;
    std::copy(bytes.begin(), bytes.end(), likeness.begin());
    return likeness;
  }
  const Likeness likeness = computed(image.file());
  try {
    std::filesystem::create_directories(file.parent_path());
    writeFileAtomically(file, std::string(likeness.begin(), likeness.end()));
  } catch (const std::exception&) {
    // The cache only saves time.
  }
  return likeness;
}

std::int64_t distanceOf(const Likeness& a, const Likeness& b) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const int difference = int(a[i]) - int(b[i]);
    sum += difference * difference;
  }
  return sum;
}

}  // namespace mia::curation

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "domain/image.h"
#include "domain/layout_recipe.h"

namespace mia::curation {

/// 8-bit RGB for showing: height rows of width * 3 bytes, without padding.
struct Pixels {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgb;
  bool empty() const { return rgb.empty(); }
};

/// What it takes to draw an image (recipe kind single) or a sample: no database, so that any thread
/// can draw it.
struct PictureSource {
  LayoutRecipe recipe;
  std::vector<Image> images;  ///< in the recipe's order
};

/// Where one of the sample's images stands in a picture, px of the picture.
struct ShownRegion {
  int image = 0;  ///< 0-based, in the recipe's order
  double x = 0, y = 0, width = 0, height = 0;
};

/// One picture that the model is given, drawn. What could not be read is in `problem`, in words: a
/// single picture is then empty, a canvas holds a grey field where that image belongs.
struct ShownPicture {
  Pixels pixels;
  std::vector<ShownRegion> regions;
  std::string problem;
};

/// Draws every picture of the source at its own size: N for a sequence, else 1.
std::vector<ShownPicture> drawPictures(const PictureSource& source);

enum class ThumbnailState { kReady, kMissing, kUnreadable };

/// A small picture, or why there is none.
struct Thumbnail {
  Pixels pixels;
  ThumbnailState state = ThumbnailState::kReady;
  std::string problem;  ///< a sentence that names the file
};

/// A thumbnail of every picture of the source, each at most `edge` px on its longer side: from the
/// folder `cache`, where it is kept under a hash of everything that decides its looks, or drawn and
/// put there. Safe to call from many threads and processes.
std::vector<Thumbnail> thumbnails(const PictureSource& source, int edge,
                                  const std::filesystem::path& cache);

/// The same at once: from the cache where they are kept at this size (`exact`), else drawn small
/// and coarse, to be shown until thumbnails() has the right ones. Nothing is put into the cache.
struct QuickThumbnails {
  std::vector<Thumbnail> parts;
  bool exact = false;
};
QuickThumbnails quickThumbnails(const PictureSource& source, int edge,
                                const std::filesystem::path& cache);

/// Deletes the thumbnails that were not used for longest until those that are left take at most
/// `bytes`; returns how many bytes that is. Safe while others read and write.
std::int64_t trimThumbnails(const std::filesystem::path& cache, std::int64_t bytes);

}  // namespace mia::curation

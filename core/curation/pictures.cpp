// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/pictures.h"

#include "base/content_hash.h"
#include "base/error.h"
#include "base/files.h"
#include "imaging/decode.h"
#include "imaging/encode.h"
#include "imaging/mat.h"
#include "imaging/render.h"
#include "imaging/resize.h"
#include "layout/canvas.h"

namespace mia::curation {
namespace {

constexpr const char* kCacheVersion = "thumbnail-1";
constexpr int kCacheQuality = 88;
constexpr Colour kMissingGrey{128, 128, 128};

Pixels toPixels(imaging::Picture picture) {
  return {picture.width, picture.height, std::move(picture.rgb)};
}

/// The decoded image, or a grey field of its size and why.
imaging::Picture decodedOrGrey(const Image& image, std::string& problem) {
  try {
    return imaging::decode(image.file());
  } catch (const Error& error) {
    if (!problem.empty()) problem += "\n";
    problem += error.what();
    return imaging::Picture(std::max(1, image.width), std::max(1, image.height), kMissingGrey);
  }
}

ShownPicture drawCanvas(const layout::Canvas& canvas, const std::vector<imaging::Picture>& images) {
  ShownPicture shown;
  shown.pixels = toPixels(imaging::render(canvas, images));
  for (const layout::Placement& placement : canvas.placements) {
    const layout::PixelRect& rect = placement.target;
    shown.regions.push_back({placement.image, double(rect.left), double(rect.top),
                             double(rect.width), double(rect.height)});
  }
  return shown;
}

ShownPicture drawAlone(const Image& image, int number) {
  ShownPicture shown;
  imaging::Picture picture = decodedOrGrey(image, shown.problem);
  shown.regions.push_back({number, 0, 0, double(picture.width), double(picture.height)});
  if (shown.problem.empty()) shown.pixels = toPixels(std::move(picture));
  return shown;
}

bool standsAlone(const LayoutRecipe& recipe) {
  return recipe.kind == LayoutKind::kSingle || recipe.kind == LayoutKind::kSequence;
}

std::filesystem::path cacheFile(const PictureSource& source, int edge,
                                const std::filesystem::path& cache) {
  std::string what = std::string(kCacheVersion) + ' ' + std::to_string(edge);
  if (!standsAlone(source.recipe)) what += toJson(source.recipe).dump();
  for (const Image& image : source.images) what += ' ' + image.contentHash;
  const std::string name = contentHash(what);
  return cache / name.substr(0, 2) / (name.substr(2) + ".jpg");
}

void keep(const std::filesystem::path& file, const imaging::Picture& picture) {
  try {
    std::filesystem::create_directories(file.parent_path());
    writeFileAtomically(file, imaging::encodeJpeg(picture, kCacheQuality));
  } catch (const std::exception&) {
    // The cache only saves time: where it cannot be written, the picture is drawn again.
  }
}

imaging::Picture drawSmall(const PictureSource& source, int edge) {
  if (source.images.size() == 1) return imaging::thumbnail(source.images.front().file(), edge);
  std::vector<std::filesystem::path> files;
  for (const Image& image : source.images) files.push_back(image.file());
  return imaging::shrinkToFit(imaging::renderSample(source.recipe, files).pictures.front(), edge);
}

Thumbnail thumbnailOf(const PictureSource& source, int edge, const std::filesystem::path& cache) {
  for (const Image& image : source.images) {
    std::error_code ignored;
    if (!std::filesystem::exists(image.file(), ignored)) {
      return {{}, ThumbnailState::kMissing, "There is no file " + image.file().string()};
    }
  }
  const std::filesystem::path file = cacheFile(source, edge, cache);
  std::error_code ignored;
  try {
    if (std::filesystem::exists(file, ignored)) return {toPixels(imaging::decode(file)), {}, {}};
  } catch (const Error&) {
    // A damaged cache file is drawn anew below.
  }
  try {
    imaging::Picture picture = drawSmall(source, edge);
    keep(file, picture);
    return {toPixels(std::move(picture)), ThumbnailState::kReady, {}};
  } catch (const Error& error) {
    return {{}, ThumbnailState::kUnreadable, error.what()};
  }
}

}  // namespace

std::vector<ShownPicture> drawPictures(const PictureSource& source) {
  std::vector<ShownPicture> pictures;
  if (standsAlone(source.recipe)) {
    for (const Image& image : source.images) {
      pictures.push_back(drawAlone(image, static_cast<int>(pictures.size())));
    }
    return pictures;
  }
  std::string problem;
  std::vector<imaging::Picture> images;
  std::vector<layout::Size> sizes;
  for (const Image& image : source.images) {
    images.push_back(decodedOrGrey(image, problem));
    sizes.push_back(images.back().size());
  }
  for (const layout::Canvas& canvas : layout::planPictures(source.recipe, sizes)) {
    pictures.push_back(drawCanvas(canvas, images));
    pictures.back().problem = problem;
  }
  return pictures;
}

std::vector<Thumbnail> thumbnails(const PictureSource& source, int edge,
                                  const std::filesystem::path& cache) {
  if (!standsAlone(source.recipe)) return {thumbnailOf(source, edge, cache)};
  std::vector<Thumbnail> all;
  for (const Image& image : source.images) all.push_back(thumbnailOf({{}, {image}}, edge, cache));
  return all;
}

}  // namespace mia::curation

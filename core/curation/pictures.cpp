// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/pictures.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include "base/content_hash.h"
#include "base/error.h"
#include "base/files.h"
#include "imaging/decode.h"
#include "imaging/encode.h"
#include "imaging/render.h"
#include "layout/canvas.h"

namespace mia::curation {
namespace {

constexpr const char* kCacheVersion = "thumbnail-2";
constexpr int kCacheQuality = 88;
constexpr int kQuickEdge = 48;
constexpr auto kUseNoted = std::chrono::hours(24);  ///< how exactly the last use is known
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

/// A canvas drawn at a smaller scale from the start, so that its photos are decoded no larger than
/// they are shown.
imaging::Picture drawSmallCanvas(const PictureSource& source, int edge) {
  std::vector<layout::Size> sizes;
  std::vector<std::filesystem::path> files;
  for (const Image& image : source.images) {
    sizes.push_back({image.width, image.height});
    files.push_back(image.file());
  }
  const layout::Size size = layout::planPictures(source.recipe, sizes).front().size;
  const double factor = std::min(1.0, double(edge) / std::max(size.width, size.height));
  return imaging::renderShown(source.recipe, files, factor).pictures.front();
}

imaging::Picture drawSmall(const PictureSource& source, int edge) {
  if (source.images.size() == 1) return imaging::thumbnail(source.images.front().file(), edge);
  return drawSmallCanvas(source, edge);
}

/// Says of a kept thumbnail that it was used, so that others are deleted before it.
void noteUse(const std::filesystem::path& file) {
  std::error_code ignored;
  const auto now = std::filesystem::file_time_type::clock::now();
  if (now - std::filesystem::last_write_time(file, ignored) > kUseNoted) {
    std::filesystem::last_write_time(file, now, ignored);
  }
}

std::string missingFile(const PictureSource& source) {
  for (const Image& image : source.images) {
    std::error_code ignored;
    if (!std::filesystem::exists(image.file(), ignored)) return image.file().string();
  }
  return {};
}

/// What the cache holds, if it does.
std::optional<imaging::Picture> kept(const std::filesystem::path& file) {
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return std::nullopt;
  try {
    imaging::Picture picture = imaging::decode(file);
    noteUse(file);
    return picture;
  } catch (const Error&) {
    return std::nullopt;  // damaged, or deleted meanwhile: it is drawn anew
  }
}

Thumbnail thumbnailOf(const PictureSource& source, int edge, const std::filesystem::path& cache) {
  if (const std::string missing = missingFile(source); !missing.empty()) {
    return {{}, ThumbnailState::kMissing, "There is no file " + missing};
  }
  const std::filesystem::path file = cacheFile(source, edge, cache);
  if (auto picture = kept(file)) return {toPixels(std::move(*picture)), {}, {}};
  try {
    imaging::Picture picture = drawSmall(source, edge);
    keep(file, picture);
    return {toPixels(std::move(picture)), ThumbnailState::kReady, {}};
  } catch (const Error& error) {
    return {{}, ThumbnailState::kUnreadable, error.what()};
  }
}

/// The pictures of a thumbnail, each with what it is drawn from.
std::vector<PictureSource> partsOf(const PictureSource& source) {
  if (!standsAlone(source.recipe)) return {source};
  std::vector<PictureSource> parts;
  for (const Image& image : source.images) parts.push_back({{}, {image}});
  return parts;
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
  std::vector<Thumbnail> all;
  for (const PictureSource& part : partsOf(source)) all.push_back(thumbnailOf(part, edge, cache));
  return all;
}

QuickThumbnails quickThumbnails(const PictureSource& source, int edge,
                                const std::filesystem::path& cache) {
  QuickThumbnails quick{{}, true};
  for (const PictureSource& part : partsOf(source)) {
    Thumbnail& thumbnail = quick.parts.emplace_back();
    try {
      if (const std::string missing = missingFile(part); !missing.empty()) {
        thumbnail = {{}, ThumbnailState::kMissing, "There is no file " + missing};
      } else if (auto picture = kept(cacheFile(part, edge, cache))) {
        thumbnail.pixels = toPixels(std::move(*picture));
      } else {
        quick.exact = false;
        thumbnail.pixels = toPixels(drawSmall(part, kQuickEdge));
      }
    } catch (const Error& error) {
      thumbnail = {{}, ThumbnailState::kUnreadable, error.what()};
    }
  }
  return quick;
}

std::int64_t trimThumbnails(const std::filesystem::path& cache, std::int64_t bytes) {
  namespace fs = std::filesystem;
  struct Kept {
    fs::file_time_type used;
    std::int64_t size;
    fs::path file;
  };
  std::vector<Kept> all;
  std::int64_t total = 0;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(cache, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code gone;
    if (!entry->is_regular_file(gone)) continue;
    const auto size = static_cast<std::int64_t>(entry->file_size(gone));
    if (gone) continue;
    all.push_back({entry->last_write_time(gone), size, entry->path()});
    total += size;
  }
  std::sort(all.begin(), all.end(), [](const Kept& a, const Kept& b) { return a.used < b.used; });
  for (auto oldest = all.begin(); oldest != all.end() && total > bytes; ++oldest) {
    fs::remove(oldest->file, error);
    if (!error) total -= oldest->size;
  }
  return total;
}

}  // namespace mia::curation

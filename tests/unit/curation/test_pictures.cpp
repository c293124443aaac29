// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/pictures.h"

#include <doctest/doctest.h>

#include "imaging/encode.h"
#include "support/temporary_folder.h"

using namespace mia;

namespace {

/// A plain picture on disk, and what the project knows of it.
Image anImage(const TemporaryFolder& folder, const std::string& name, int width, int height,
              Colour colour) {
  imaging::writePicture(folder / name, imaging::Picture(width, height, colour));
  return {{}, folder.path().string(), name, "hash of " + name, width, height};
}

LayoutRecipe twoSideBySide() {
  LayoutRecipe recipe;
  recipe.kind = LayoutKind::kGrid;
  recipe.imageCount = 2;
  recipe.grid.cellWidth = recipe.grid.cellHeight = 60;
  recipe.grid.margin = 10;
  return recipe;
}

}  // namespace

TEST_CASE("a sequence is drawn as its pictures, a grid as one canvas with a region per image") {
  const TemporaryFolder folder;
  const Image red = anImage(folder, "red.png", 60, 60, {200, 0, 0});
  const Image blue = anImage(folder, "blue.png", 60, 30, {0, 0, 200});
  LayoutRecipe sequence;
  sequence.kind = LayoutKind::kSequence;
  sequence.imageCount = 2;
  const auto pictures = curation::drawPictures({sequence, {red, blue}});
  REQUIRE(pictures.size() == 2);
  CHECK(pictures[1].pixels.height == 30);
  CHECK(pictures[1].regions.at(0).image == 1);

  const auto canvas = curation::drawPictures({twoSideBySide(), {red, blue}});
  REQUIRE(canvas.size() == 1);
  CHECK(canvas[0].pixels.width == 130);  // 60 + margin 10 + 60
  REQUIRE(canvas[0].regions.size() == 2);
  CHECK(canvas[0].regions[1].x == 70);
  CHECK(canvas[0].regions[1].height == 30);
}

TEST_CASE("a photo that is gone is said, and a canvas keeps its other images") {
  const TemporaryFolder folder;
  const Image red = anImage(folder, "red.png", 60, 60, {200, 0, 0});
  Image gone = red;
  gone.path = "gone.png";
  const auto alone = curation::drawPictures({{}, {gone}});
  CHECK(alone.at(0).pixels.empty());
  CHECK(alone.at(0).problem.find("gone.png") != std::string::npos);

  const auto canvas = curation::drawPictures({twoSideBySide(), {gone, red}});
  CHECK(canvas.at(0).problem.find("gone.png") != std::string::npos);
  const auto& pixels = canvas.at(0).pixels;
  const auto at = [&](int x, int y) {
    return pixels.rgb[static_cast<std::size_t>((y * pixels.width + x) * 3)];
  };
  CHECK(at(30, 40) == 128);   // grey where the lost image belongs
  CHECK(at(100, 40) == 200);  // the other one is there
}

TEST_CASE("thumbnails are small, kept, and say what is missing") {
  const TemporaryFolder folder;
  const Image red = anImage(folder, "red.png", 600, 300, {200, 0, 0});
  const auto cache = folder / "cache";
  const auto first = curation::thumbnails({{}, {red}}, 100, cache);
  REQUIRE(first.size() == 1);
  CHECK(first[0].state == curation::ThumbnailState::kReady);
  CHECK(first[0].pixels.width == 100);
  CHECK(first[0].pixels.height == 50);
  int kept = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(cache)) {
    kept += entry.is_regular_file();
  }
  CHECK(kept == 1);
  CHECK(curation::thumbnails({{}, {red}}, 100, cache).at(0).pixels.width == 100);

  std::filesystem::remove(red.file());
  CHECK(curation::thumbnails({{}, {red}}, 100, cache).at(0).state ==
        curation::ThumbnailState::kMissing);
}

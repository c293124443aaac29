// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/pictures.h"

#include <doctest/doctest.h>

#include "base/files.h"
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

TEST_CASE("a coarse picture comes at once, the kept one where there is one") {
  const TemporaryFolder folder;
  const Image red = anImage(folder, "red.png", 600, 300, {200, 0, 0});
  const auto cache = folder / "cache";
  const auto coarse = curation::quickThumbnails({{}, {red}}, 100, cache);
  CHECK_FALSE(coarse.exact);
  CHECK(coarse.parts.at(0).pixels.width < 100);
  CHECK(coarse.parts.at(0).pixels.rgb[0] == 200);
  CHECK_FALSE(std::filesystem::exists(cache));
  curation::thumbnails({{}, {red}}, 100, cache);
  const auto exact = curation::quickThumbnails({{}, {red}}, 100, cache);
  CHECK(exact.exact);
  CHECK(exact.parts.at(0).pixels.width == 100);
}

TEST_CASE("a canvas is drawn small as it is large") {
  const TemporaryFolder folder;
  const Image red = anImage(folder, "red.png", 600, 600, {200, 0, 0});
  const Image blue = anImage(folder, "blue.png", 600, 300, {0, 0, 200});
  const curation::PictureSource source{twoSideBySide(), {red, blue}};
  const auto small = curation::thumbnails(source, 65, folder / "cache").at(0).pixels;
  CHECK(small.width == 65);  // half of 60 + margin 10 + 60
  const auto large = curation::drawPictures(source).at(0).pixels;
  const auto at = [](const curation::Pixels& pixels, int x, int y, int channel) {
    return int{pixels.rgb[static_cast<std::size_t>((y * pixels.width + x) * 3 + channel)]};
  };
  const std::pair<int, int> places[] = {{15, 15}, {50, 15}, {60, 2}, {32, 10}};
  for (const auto& [x, y] : places) {
    for (int channel = 0; channel < 3; ++channel) {
      CHECK(std::abs(at(small, x, y, channel) - at(large, 2 * x, 2 * y, channel)) < 12);
    }
  }
}

TEST_CASE("the cache is kept to its size, what was used last longest") {
  const TemporaryFolder folder;
  const auto cache = folder / "cache";
  CHECK(curation::trimThumbnails(cache, 10) == 0);
  std::filesystem::create_directories(cache / "ab");
  const auto now = std::filesystem::file_time_type::clock::now();
  for (int age = 1; age <= 3; ++age) {
    const auto file = cache / "ab" / (std::to_string(age) + ".jpg");
    writeFileAtomically(file, std::string(100, 'x'));
    std::filesystem::last_write_time(file, now - std::chrono::hours(age));
  }
  CHECK(curation::trimThumbnails(cache, 300) == 300);
  CHECK(curation::trimThumbnails(cache, 250) == 200);
  CHECK_FALSE(std::filesystem::exists(cache / "ab" / "3.jpg"));
  CHECK(std::filesystem::exists(cache / "ab" / "1.jpg"));
}

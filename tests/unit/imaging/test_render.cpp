// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/render.h"

#include <doctest/doctest.h>

#include "imaging/encode.h"
#include "imaging/resize.h"
#include "imaging/text.h"
#include "support/temporary_folder.h"
#include "unit/imaging/goldens.h"

using namespace mia;
using namespace mia::imaging;

namespace {

constexpr Colour kRed{200, 0, 0};
constexpr Colour kBlue{0, 0, 200};

Colour colourAt(const Picture& picture, int x, int y) {
  const std::uint8_t* p = picture.pixel(x, y);
  return {p[0], p[1], p[2]};
}

}  // namespace

TEST_CASE("a grid shows each image in its cell, white around it, and a black label above") {
  LayoutRecipe recipe;
  recipe.kind = LayoutKind::kGrid;
  recipe.imageCount = 2;
  const std::vector<Picture> images = {Picture(100, 50, kRed), Picture(50, 100, kBlue)};
  const auto canvas = layout::planPictures(recipe, {{100, 50}, {50, 100}}).front();
  const Picture picture = render(canvas, images);
  CHECK(picture.size() == layout::Size{936, 488});
  CHECK(colourAt(picture, 200, 40 + 100) == kRed);
  CHECK(colourAt(picture, 200, 40 + 230) == Colour{});  // below the wide image
  CHECK(colourAt(picture, 488 + 100, 40 + 440) == kBlue);
  CHECK(colourAt(picture, 460, 200) == Colour{});  // the gap between the columns
  const auto isDark = [&](int left, int right) {
    for (int y = 0; y < 40; ++y) {
      for (int x = left; x < right; ++x) {
        if (picture.pixel(x, y)[0] < 80) return true;
      }
    }
    return false;
  };
  CHECK(isDark(0, 200));
  CHECK(isDark(488, 688));
  CHECK_FALSE(isDark(300, 488));
}

TEST_CASE("a picture in a picture lies in the middle of its background, in its frame") {
  TemporaryFolder folder;
  writePicture(folder / "back.png", Picture(100, 80, kBlue));
  writePicture(folder / "inset.png", Picture(30, 30, kRed));
  LayoutRecipe recipe;
  recipe.kind = LayoutKind::kPicInPic;
  recipe.imageCount = 2;
  recipe.targetIndex = 1;
  recipe.picInPic.border = 3;
  const auto sample = renderSample(recipe, {folder / "back.png", folder / "inset.png"});
  REQUIRE(sample.pictures.size() == 1);
  const Picture& picture = sample.pictures[0];
  CHECK(picture.size() == layout::Size{100, 80});
  CHECK(colourAt(picture, 5, 5) == kBlue);
  CHECK(colourAt(picture, 50, 40) == kRed);  // 70 % of 80: 56 px, from 22 to 78
  CHECK(colourAt(picture, 22, 12) == kRed);
  CHECK(colourAt(picture, 21, 40) == Colour{});
  CHECK(colourAt(picture, 18, 40) == kBlue);
}

TEST_CASE("a sequence gives every image as it is") {
  LayoutRecipe recipe;
  recipe.kind = LayoutKind::kSequence;
  recipe.imageCount = 2;
  const auto sample = renderSample(recipe, {golden("plain.jpg"), golden("resize_source.png")});
  REQUIRE(sample.pictures.size() == 2);
  CHECK(sample.pictures[0] == decode(golden("plain.jpg")));
  CHECK(sample.pictures[1] == decode(golden("resize_source.png")));
}

TEST_CASE("what is shown is what the model is given, up to the decoder's rounding") {
  TemporaryFolder folder;
  writePicture(folder / "large.jpg",
               resize(decode(golden("plain.jpg")), 1100, 800, layout::Filter::kBicubic));
  LayoutRecipe recipe;
  recipe.kind = LayoutKind::kGrid;
  recipe.imageCount = 2;
  recipe.grid.fit = Fit::kCover;
  const std::vector<std::filesystem::path> files(2, folder / "large.jpg");
  const Picture exact = renderSample(recipe, files).pictures[0];
  const Picture shown = renderShown(recipe, files).pictures[0];
  REQUIRE(shown.size() == exact.size());
  double sum = 0;
  for (std::size_t i = 0; i < exact.rgb.size(); ++i) {
    sum += std::abs(int(exact.rgb[i]) - int(shown.rgb[i]));
  }
  CHECK(sum / double(exact.rgb.size()) < 2);
  const auto half = renderShown(recipe, files, 0.5);
  CHECK(half.pictures[0].size() == layout::Size{468, 244});
  CHECK(half.canvases[0].placements[1].target == layout::PixelRect{244, 20, 224, 224});
}

TEST_CASE("labels stand left, in the middle or right, above or below, in their colour") {
  LayoutRecipe recipe;
  recipe.kind = LayoutKind::kGrid;
  recipe.imageCount = 1;
  recipe.grid.columns = 1;
  recipe.grid.labelColour = kRed;
  recipe.grid.labelText = "I";
  const auto redAt = [&](LabelSide side, LabelAlign align) {
    recipe.grid.labelSide = side;
    recipe.grid.labelAlign = align;
    const Picture picture =
        render(layout::planPictures(recipe, {{448, 448}}).front(), {Picture(448, 448)});
    double x = 0, y = 0, count = 0;
    for (int row = 0; row < picture.height; ++row) {
      for (int column = 0; column < picture.width; ++column) {
        if (picture.pixel(column, row)[1] > 60) continue;
        x += column;
        y += row;
        ++count;
      }
    }
    REQUIRE(count > 0);
    return std::pair(x / count, y / count);
  };
  CHECK(redAt(LabelSide::kAbove, LabelAlign::kLeft).first < 60);
  CHECK(redAt(LabelSide::kAbove, LabelAlign::kCentre).first == doctest::Approx(224).epsilon(0.02));
  CHECK(redAt(LabelSide::kAbove, LabelAlign::kRight).first > 388);
  CHECK(redAt(LabelSide::kAbove, LabelAlign::kLeft).second < 40);
  CHECK(redAt(LabelSide::kBelow, LabelAlign::kLeft).second > 448);
}

TEST_CASE("a label that cannot be drawn is refused rather than drawn wrongly") {
  LayoutRecipe recipe;
  recipe.kind = LayoutKind::kGrid;
  recipe.imageCount = 2;
  recipe.grid.labelText = "图{i}";
  const std::vector<Picture> images(2, Picture(10, 10));
  CHECK_THROWS_AS(render(layout::planPictures(recipe, {{10, 10}, {10, 10}}).front(), images),
                  Error);
}

TEST_CASE("text is wrapped at spaces, cut when too long, and never loses a word") {
  const TextStyle style;
  const std::string text = "the quick brown fox jumps over the lazy dog";
  const double width = textWidth("the quick brown", style) + 1;
  const auto lines = wrapText(text, width, style, 9);
  std::string joined;
  for (const auto& line : lines) {
    CHECK(textWidth(line, style) <= width);
    joined += (joined.empty() ? "" : " ") + line;
  }
  CHECK(joined == text);
  const auto cut = wrapText(text, width, style, 2);
  REQUIRE(cut.size() == 2);
  CHECK(cut[1].substr(cut[1].size() - 3) == "...");
}

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/resize.h"

#include <doctest/doctest.h>

#include "base/random.h"
#include "unit/imaging/goldens.h"

using namespace mia;
using namespace mia::imaging;

TEST_CASE("resizing is Pillow's, to the bit") {
  const Picture source = decode(golden("resize_source.png"));
  const std::pair<std::string, layout::Filter> kernels[] = {{"bilinear", layout::Filter::kBilinear},
                                                            {"bicubic", layout::Filter::kBicubic},
                                                            {"lanczos", layout::Filter::kLanczos}};
  const layout::Size sizes[] = {{11, 7},  {80, 61}, {37, 10}, {9, 29},
                                {36, 30}, {60, 10}, {30, 12}, {1, 1}};
  for (const auto& [name, filter] : kernels) {
    for (const auto& size : sizes) {
      const std::string file = "resize_" + name + "_" + std::to_string(size.width) + "x" +
                               std::to_string(size.height) + ".png";
      CAPTURE(file);
      CHECK(resize(source, size.width, size.height, filter) == decode(golden(file)));
    }
  }
}

TEST_CASE("shrinking to fit keeps the shape and leaves what fits alone") {
  const Picture source = decode(golden("resize_source.png"));  // 37 x 29
  CHECK(shrinkToFit(source, 37) == source);
  CHECK(shrinkToFit(source, 10).size() == layout::Size{10, 8});  // 29 * 10 / 37 = 7.8
}

namespace {

Picture noise(int width, int height) {
  Random random(7);
  Picture picture(width, height);
  for (std::uint8_t& value : picture.rgb) value = static_cast<std::uint8_t>(random.below(256));
  return picture;
}

}  // namespace

TEST_CASE("wide instructions give the plain loops' pixels, at any size") {
  // Rows and columns that do not divide by what is done at once; noise, whose overshoot is clamped.
  for (const layout::Size from : {layout::Size{61, 37}, {5, 9}, {130, 6}}) {
    const Picture picture = noise(from.width, from.height);
    for (const layout::Size to : {layout::Size{40, 23}, {133, 70}, {61, 11}, {17, 37}, {1, 1}}) {
      for (const auto filter :
           {layout::Filter::kBilinear, layout::Filter::kBicubic, layout::Filter::kLanczos}) {
        CHECK(resize(picture, to.width, to.height, filter) ==
              resizePlainly(picture, to.width, to.height, filter));
      }
    }
  }
}

TEST_CASE("a part is resized onto a place, and what hangs over is cut off") {
  const Picture picture = noise(60, 40);
  Picture target(100, 80, {7, 7, 7});
  resizeOnto(target, {10, 20, 30, 25}, picture, {0, 0, 60, 40}, layout::Filter::kLanczos);
  const Picture exact = resize(picture, 30, 25, layout::Filter::kLanczos);
  CHECK(largestDifference(crop(target, {10, 20, 30, 25}), exact) <= 2);
  CHECK(target.pixel(9, 20)[0] == 7);
  CHECK(target.pixel(40, 20)[0] == 7);
  resizeOnto(target, {-10, 60, 30, 25}, picture, {0, 0, 60, 40}, layout::Filter::kLanczos);
  CHECK(largestDifference(crop(target, {0, 60, 20, 20}), crop(exact, {10, 0, 20, 20})) <= 2);
  CHECK_THROWS_AS(
      resizeOnto(target, {0, 0, 5, 5}, picture, {70, 0, 80, 5}, layout::Filter::kLanczos), Error);
}

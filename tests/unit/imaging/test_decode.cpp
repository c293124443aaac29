// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include <cmath>

#include "base/files.h"
#include "imaging/encode.h"
#include "imaging/resize.h"
#include "support/temporary_folder.h"
#include "unit/imaging/goldens.h"

using namespace mia;
using namespace mia::imaging;

TEST_CASE("files of every kind decode to Pillow's values") {
  const char* exact[] = {
      "plain.jpg",    "progressive.jpg", "grey.jpg",       "turned2.jpg",       "turned3.jpg",
      "turned4.jpg",  "turned5.jpg",     "turned6.jpg",    "turned7.jpg",       "turned8.jpg",
      "turned6.png",  "turned6.webp",    "palette.png",    "palette_clear.png", "alpha.png",
      "alpha.webp",   "grey16.png",      "grey_alpha.png", "bitmap.bmp",        "photo.tiff",
      "animated.gif", "interlaced.gif",  "animated.webp",  "animated.png",      "full_chroma.jpg"};
  for (const std::string name : exact) {
    CAPTURE(name);
    CHECK(largestDifference(decode(golden(name)), decode(golden(name + ".expected.png"))) == 0);
  }
}

TEST_CASE("CMYK in Adobe's inverted form is Pillow's up to rounding") {
  // OpenCV divides by 256 where Pillow divides by 255: at most two levels.
  const int difference = largestDifference(decode(golden("cmyk_adobe.jpg")),
                                           decode(golden("cmyk_adobe.jpg.expected.png")));
  CHECK(difference <= 2);
}

TEST_CASE("of a file that breaks off what was there is shown") {
  for (const std::string name : {"broken.jpg", "broken.png"}) {
    CAPTURE(name);
    const Picture whole = decode(golden(name + ".expected.png"));
    const Picture broken = decode(golden(name));
    REQUIRE(broken.size() == whole.size());
    const layout::PixelRect top{0, 0, whole.width,
                                12};  // the last rows of JPEG's blocks blend into the next
    CHECK(largestDifference(crop(broken, top), crop(whole, top)) == 0);
    CHECK(broken != whole);
  }
}

TEST_CASE("probing tells the size a viewer shows, without decoding") {
  for (const std::string name :
       {"plain.jpg", "turned6.jpg", "turned6.png", "turned6.webp", "palette.png", "alpha.webp",
        "animated.gif", "animated.webp", "photo.tiff", "bitmap.bmp", "broken.jpg", "broken.png"}) {
    CAPTURE(name);
    const ImageFacts facts = probe(golden(name));
    const Picture shown = decode(golden(name));
    CHECK(facts.width == shown.width);
    CHECK(facts.height == shown.height);
  }
}

TEST_CASE("what is no picture is refused in words") {
  TemporaryFolder folder;
  const auto message = [&](const std::string& content) {
    writeFileAtomically(folder / "x.jpg", content);
    try {
      probe(folder / "x.jpg");
    } catch (const Error& e) {
      CHECK(e.kind() == ErrorKind::kBadInput);
      return std::string(e.what());
    }
    return std::string("accepted");
  };
  CHECK(message("").find("it is empty") != std::string::npos);
  CHECK(message("hello\n").find("it is a text file") != std::string::npos);
  CHECK(message("<html><body>404").find("it is a web page") != std::string::npos);
  CHECK(message(std::string("\xff\xd8\xff\xe0\0\x10JFIF", 10)).find("damaged") !=
        std::string::npos);
  CHECK(message("GIF89a").find("no frame") != std::string::npos);
  CHECK_THROWS_AS(decode(folder / "absent.jpg"), Error);
}

TEST_CASE("a thumbnail fits, keeps the shape, is turned, and never grows") {
  TemporaryFolder folder;
  Picture large(800, 600, {10, 20, 200});
  writePicture(folder / "large.jpg", large);
  const Picture small = thumbnail(folder / "large.jpg", 96);
  CHECK(small.size() == layout::Size{96, 72});
  CHECK(std::abs(small.pixel(48, 36)[2] - 200) <= 3);  // JPEG's rounding
  CHECK(thumbnail(golden("turned6.jpg"), 20).size() == layout::Size{15, 20});
  CHECK(thumbnail(golden("plain.jpg"), 500).size() == layout::Size{45, 33});
}

namespace {

// Soft shapes whose halves all differ, as photos are: no two corners alike.
Picture softPicture(int width, int height) {
  Picture picture(width, height);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      std::uint8_t* p = picture.pixel(x, y);
      p[0] = static_cast<std::uint8_t>(255 * x / width);
      p[1] = static_cast<std::uint8_t>(255 * y / height);
      p[2] = static_cast<std::uint8_t>(127 + 100 * std::sin(x * 0.07) * std::cos(y * 0.05));
    }
  }
  return picture;
}

}  // namespace

TEST_CASE("a JPEG is decoded at the smallest scale that has the pixels asked for") {
  TemporaryFolder folder;
  writePicture(folder / "p.jpg", softPicture(801, 599));
  const auto widthFor = [&](layout::Size atLeast) {
    const ReducedPicture reduced = decodeAtLeast(folder / "p.jpg", atLeast);
    CHECK(reduced.full == layout::Size{801, 599});
    CHECK(reduced.covered.right ==
          doctest::Approx(801.0 / std::lround(801.0 / reduced.picture.width)));
    return reduced.picture.width;
  };
  CHECK(widthFor({801, 599}) == 801);
  CHECK(widthFor({401, 10}) == 801);
  CHECK(widthFor({400, 299}) == 401);  // 400.5 px, rounded up
  CHECK(widthFor({200, 149}) == 201);
  CHECK(widthFor({1, 1}) == 101);
  writePicture(folder / "p.png", softPicture(80, 60));
  CHECK(decodeAtLeast(folder / "p.png", {1, 1}).picture.width == 80);
}

TEST_CASE("a picture decoded at a fraction shows what the full one shows, within 2 of 255") {
  TemporaryFolder folder;
  writePicture(folder / "p.jpg", softPicture(803, 597));
  const Picture full = decode(folder / "p.jpg");
  for (const int edge : {390, 180, 90}) {
    const Picture small = thumbnail(folder / "p.jpg", edge);
    const Picture exact = resize(full, small.width, small.height, layout::Filter::kBilinear);
    CHECK(meanDifference(small, exact) < 2);
  }
}

TEST_CASE("what is written is read back") {
  TemporaryFolder folder;
  const Picture picture = decode(golden("resize_source.png"));
  writePicture(folder / "p.png", picture);
  CHECK(decode(folder / "p.png") == picture);
  writePicture(folder / "p.jpg", picture);
  CHECK(decode(folder / "p.jpg").size() == picture.size());
  CHECK_THROWS_AS(writePicture(folder / "p.xyz", picture), Error);
}

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/jpeg.h"

#include <doctest/doctest.h>

#include "base/files.h"
#include "imaging/jpeg_baseline.h"
#include "imaging/jpeg_blocks.h"
#include "unit/imaging/goldens.h"

using namespace mia;
using namespace mia::imaging;

TEST_CASE("our own decoder gives the library's pixels") {
  if (!canDecodeBlocks()) return;
  // Full colours with marks to restart at; colours of half the size, which in full are the
  // library's; grey.
  for (const std::string name : {"full_chroma.jpg", "plain.jpg", "grey.jpg"}) {
    const std::string bytes = readFile(golden(name));
    for (const int divisor : {1, 2, 4, 8}) {
      CAPTURE(name);
      CAPTURE(divisor);
      Picture own;
      REQUIRE(decodeBaseline(bytes, divisor, own) == (name != "plain.jpg" || divisor > 1));
      const auto theirs = decodeJpeg(bytes, divisor, false);
      REQUIRE(theirs);
      if (own.empty()) continue;
      REQUIRE(own.size() == theirs->size());
      if (divisor == 1) {
        CHECK(largestDifference(own, *theirs) <= 4);
        CHECK(meanDifference(own, *theirs) < 0.3);
      } else {
        CHECK(meanDifference(own, *theirs) < 5);  // noise, averaged by theirs, left out by ours
      }
    }
  }
}

TEST_CASE("other and damaged files are left to the library") {
  Picture picture;
  CHECK_FALSE(decodeBaseline(readFile(golden("progressive.jpg")), 2, picture));
  CHECK_FALSE(decodeBaseline(readFile(golden("cmyk_adobe.jpg")), 1, picture));
  CHECK_FALSE(decodeBaseline(readFile(golden("turned6.png")), 1, picture));
  const std::string whole = readFile(golden("full_chroma.jpg"));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    CHECK_FALSE(decodeBaseline(whole.substr(0, length), 1, picture));
  }
  // Whatever is wrong with it, nothing is read or written beside its memory.
  for (std::size_t i = 0; i < whole.size(); ++i) {
    for (const int bit : {0, 3, 7}) {
      std::string spoilt = whole;
      spoilt[i] = static_cast<char>(spoilt[i] ^ (1 << bit));
      const auto shown = decodeJpeg(spoilt, 2, true);
      if (shown)
        CHECK(shown->rgb.size() == std::size_t(shown->width) * std::size_t(shown->height) * 3);
    }
  }
}

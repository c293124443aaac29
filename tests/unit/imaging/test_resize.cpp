// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/resize.h"

#include <doctest/doctest.h>

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

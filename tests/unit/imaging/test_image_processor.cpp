// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/image_processor.h"

#include <doctest/doctest.h>

#include <cstring>

#include "base/files.h"
#include "support/temporary_folder.h"
#include "unit/imaging/goldens.h"

using namespace mia;
using namespace mia::imaging;

namespace {

std::vector<float> goldenValues(const std::string& name, std::vector<int>& shape) {
  const std::string bytes = readFile(golden("pixel_values.safetensors"));
  std::uint64_t length = 0;
  std::memcpy(&length, bytes.data(), sizeof length);
  const Json header = parseJson(bytes.substr(8, length), "pixel_values.safetensors");
  shape = header.at(name).at("shape").get<std::vector<int>>();
  const auto ends = header.at(name).at("data_offsets").get<std::vector<std::size_t>>();
  std::vector<float> values((ends[1] - ends[0]) / sizeof(float));
  std::memcpy(values.data(), bytes.data() + 8 + length + ends[0], ends[1] - ends[0]);
  return values;
}

}  // namespace

TEST_CASE("pixel values are those of transformers' Pillow processors") {
  for (const std::string config : {"clip", "odd", "square", "pad"}) {
    const auto file = golden("processor_" + config + ".json");
    const auto processor = ImageProcessor::fromJson(readJsonFile(file), file.string());
    for (const std::string size : {"45x33", "20x51", "30x30"}) {
      CAPTURE(config);
      CAPTURE(size);
      std::vector<int> shape;
      const auto expected = goldenValues(config + "_" + size, shape);
      const ModelInput input = processor.process(decode(golden("input_" + size + ".png")));
      REQUIRE(shape == std::vector<int>{3, input.height, input.width});
      REQUIRE(expected.size() == input.values.size());
      float worst = 0;
      for (std::size_t i = 0; i < expected.size(); ++i) {
        worst = std::max(worst, std::abs(expected[i] - input.values[i]));
      }
      CHECK(worst <= 1e-6f);  // same operations in single precision
    }
  }
}

TEST_CASE("a model's folder is read in either form, with the original LLaVA's padding") {
  TemporaryFolder folder;
  CHECK_THROWS_AS(ImageProcessor::load(folder.path()), Error);
  const std::string clip = readFile(golden("processor_clip.json"));
  writeFileAtomically(folder / "processor_config.json", "{\"image_processor\":" + clip + "}");
  const layout::Size wide{200, 100};
  CHECK(ImageProcessor::load(folder.path()).view(wide).padded == wide);
  writeFileAtomically(folder / "config.json", R"({"image_aspect_ratio":"pad"})");
  CHECK(ImageProcessor::load(folder.path()).view(wide).padded == layout::Size{200, 200});
  writeFileAtomically(folder / "preprocessor_config.json",
                      R"({"image_processor_type":"Qwen2VLImageProcessor"})");
  CHECK_THROWS_AS(ImageProcessor::load(folder.path()), Error);
}

TEST_CASE("the view maps the picture's pixels to where the model sees them") {
  const auto processor = ImageProcessor::fromJson(
      Json::parse(R"({"size":{"shortest_edge":50},"crop_size":{"height":50,"width":50}})"), "test");
  Picture picture(200, 100, {0, 0, 0});
  fillRect(picture, {80, 40, 20, 20}, {255, 255, 255});
  const Picture seen = processor.modelView(picture);
  const auto at = processor.view(picture.size()).toModel({80, 40, 100, 60});
  CHECK(at == layout::Rect{15, 20, 25, 30});  // scale 1/2, crop begins at (100 - 50) / 2
  CHECK(seen.pixel(20, 25)[0] > 250);
  CHECK(seen.pixel(11, 25)[0] < 5);
  CHECK(seen.pixel(29, 25)[0] < 5);
}

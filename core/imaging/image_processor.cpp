// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/image_processor.h"

#include "imaging/resize.h"

namespace mia::imaging {
namespace {

layout::Filter filterFromPillow(int code, const std::string& where) {
  switch (code) {
    case 1: return layout::Filter::kLanczos;
    case 2: return layout::Filter::kBilinear;
    case 3: return layout::Filter::kBicubic;
    default:
      throw Error(ErrorKind::kUnsupported,
                  where + ": resample " + std::to_string(code) +
                      " is none of 1 (Lanczos), 2 (bilinear), 3 (bicubic)");
  }
}

int positive(int value, const std::string& where) {
  if (value < 1 || value > 16384) {
    throw Error(ErrorKind::kBadInput, where + ": a size of " + std::to_string(value) + " px");
  }
  return value;
}

layout::Size sizeFromJson(const Json& json, const std::string& where) {
  if (json.is_number_integer()) {
    const int side = positive(json.get<int>(), where);
    return {side, side};
  }
  return {positive(require<int>(json, "width", where), where),
          positive(require<int>(json, "height", where), where)};
}

void readResize(const Json& json, layout::ViewSpec& spec, const std::string& where) {
  const auto size = json.find("size");
  if (size == json.end() || size->is_null()) {
    spec.shortestEdge = 224;
  } else if (size->is_number_integer()) {
    spec.shortestEdge = positive(size->get<int>(), where + ".size");
  } else if (size->contains("shortest_edge")) {
    if (size->contains("longest_edge")) {
      throw Error(ErrorKind::kUnsupported, where + ": a size with a longest edge");
    }
    spec.shortestEdge = positive(require<int>(*size, "shortest_edge", where), where + ".size");
  } else {
    spec.resizeTo = sizeFromJson(*size, where + ".size");
  }
}

// A trailing "Fast" or "Pil" names a backend of the same processor.
bool isKind(const std::string& type, const char* kind) { return type.rfind(kind, 0) == 0; }

bool saysPad(const Json& json) {
  return json.is_object() && json.contains("image_aspect_ratio") &&
         json["image_aspect_ratio"] == "pad";
}

Json readIfThere(const std::filesystem::path& file) {
  return std::filesystem::exists(file) ? readJsonFile(file) : Json::object();
}

}  // namespace

ImageProcessor ImageProcessor::load(const std::filesystem::path& modelDir) {
  const auto own = modelDir / "preprocessor_config.json";
  const auto shared = modelDir / "processor_config.json";
  Json json;
  std::string where = own.string();
  if (std::filesystem::exists(own)) {
    json = readJsonFile(own);
  } else if (std::filesystem::exists(shared)) {
    where = shared.string();
    json = require<Json>(readJsonFile(shared), "image_processor", where);
  } else {
    throw Error(ErrorKind::kNotFound,
                "The model in " + modelDir.string() +
                    " has neither preprocessor_config.json nor "
                    "processor_config.json",
                "They say how pictures are prepared and belong beside config.json");
  }
  ImageProcessor processor = fromJson(json, where);
  if (saysPad(readIfThere(modelDir / "config.json"))) processor.spec_.padToSquare = true;
  return processor;
}

ImageProcessor ImageProcessor::fromJson(const Json& json, const std::string& where) {
  const auto type = valueOr<std::string>(
      json, "image_processor_type",
      valueOr<std::string>(json, "feature_extractor_type", "CLIP", where), where);
  if (!isKind(type, "CLIP") && !isKind(type, "LlavaImageProcessor")) {
    throw Error(ErrorKind::kUnsupported, where + " names the image processor " + type,
                "Supported are CLIPImageProcessor and LlavaImageProcessor");
  }
  ImageProcessor processor;
  // CLIPImageProcessor's own do_pad only evens out a batch, which a crop has done already.
  processor.spec_.padToSquare = saysPad(json) || (isKind(type, "LlavaImageProcessor") &&
                                                  valueOr(json, "do_pad", false, where));
  if (valueOr(json, "do_resize", true, where)) readResize(json, processor.spec_, where);
  if (valueOr(json, "do_center_crop", true, where)) {
    processor.spec_.centreCrop = json.contains("crop_size") && !json["crop_size"].is_null()
                                     ? sizeFromJson(json["crop_size"], where + ".crop_size")
                                     : layout::Size{224, 224};
  }
  processor.filter_ = filterFromPillow(valueOr(json, "resample", 3, where), where);
  processor.rescale_ = valueOr(json, "do_rescale", true, where);
  processor.rescaleFactor_ = valueOr(json, "rescale_factor", 1.0 / 255, where);
  processor.normalise_ = valueOr(json, "do_normalize", true, where);
  processor.mean_ = valueOr(json, "image_mean", processor.mean_, where);
  processor.deviation_ = valueOr(json, "image_std", processor.deviation_, where);
  return processor;
}

layout::ViewTransform ImageProcessor::view(layout::Size canvas) const {
  return layout::viewOf(spec_, canvas);
}

Picture ImageProcessor::modelView(const Picture& picture) const {
  const layout::ViewTransform view = this->view(picture.size());
  Picture padded = picture;
  if (view.padded != view.canvas) {
    const auto part = [&](std::size_t c) { return static_cast<std::uint8_t>(mean_[c] * 255); };
    padded = Picture(view.padded.width, view.padded.height, {part(0), part(1), part(2)});
    paste(padded, picture, view.padLeft, view.padTop);
  }
  const Picture resized = resize(padded, view.resized.width, view.resized.height, filter_);
  if (view.output == view.resized) return resized;
  Picture out(view.output.width, view.output.height, {0, 0, 0});
  paste(out, resized, -view.cropLeft, -view.cropTop);
  return out;
}

// In transformers' order and precision: rescaled in double, then single precision.
float ImageProcessor::normalised(int channel, int value) const {
  const auto c = static_cast<std::size_t>(channel);
  const float scaled = static_cast<float>(rescale_ ? value * rescaleFactor_ : double(value));
  if (!normalise_) return scaled;
  return (scaled - static_cast<float>(mean_[c])) / static_cast<float>(deviation_[c]);
}

ModelInput ImageProcessor::process(const Picture& picture) const {
  const Picture seen = modelView(picture);
  ModelInput input{seen.height, seen.width, {}, view(picture.size())};
  const std::size_t plane = static_cast<std::size_t>(seen.height) * seen.width;
  input.values.resize(3 * plane);
  for (int c = 0; c < 3; ++c) {
    std::array<float, 256> table;
    for (int value = 0; value < 256; ++value) {
      table[static_cast<std::size_t>(value)] = normalised(c, value);
    }
    float* to = input.values.data() + plane * static_cast<std::size_t>(c);
    const std::uint8_t* from = seen.rgb.data() + c;
    for (std::size_t i = 0; i < plane; ++i) to[i] = table[from[3 * i]];
  }
  return input;
}

}  // namespace mia::imaging

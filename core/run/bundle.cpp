// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/bundle.h"

#include <fstream>

#include "base/files.h"
#include "run/lines.h"

namespace mia::run {
namespace {

constexpr int kSchema = 1;

Json pairToJson(const BundlePair& pair) {
  return {{"pair", pair.pairId},
          {"of", pair.sample},
          {"chosen", pair.chosen},
          {"rejected", pair.rejected}};
}

BundlePair pairFromJson(const Json& json, std::size_t samples, const std::string& where) {
  BundlePair pair{
      require<std::int64_t>(json, "pair", where), require<std::size_t>(json, "of", where),
      require<std::string>(json, "chosen", where), require<std::string>(json, "rejected", where)};
  if (pair.sample >= samples)
    throw Error(ErrorKind::kBadInput, where + " names a sample that is not there");
  return pair;
}

}  // namespace

Json toJson(const BundleSample& entry) {
  const Sample& sample = entry.sample;
  Json images = Json::array();
  for (const ImageId image : sample.images) images.push_back(image.value);
  return {{"sample", sample.id.value},
          {"question", sample.question.value},
          {"turn", sample.turn},
          {"split", toString(sample.split)},
          {"recipe", toJson(sample.recipe)},
          {"images", std::move(images)},
          {"files", entry.files},
          {"hashes", entry.hashes},
          {"prompt", sample.prompt},
          {"answer", sample.answer}};
}

BundleSample bundleSampleFromJson(const Json& json, const std::string& where) {
  BundleSample entry;
  Sample& sample = entry.sample;
  sample.id.value = require<std::int64_t>(json, "sample", where);
  sample.question.value = require<std::int64_t>(json, "question", where);
  sample.turn = require<int>(json, "turn", where);
  sample.split = splitFromString(require<std::string>(json, "split", where));
  sample.recipe = layoutRecipeFromJson(require<Json>(json, "recipe", where), where);
  for (const auto id : require<std::vector<std::int64_t>>(json, "images", where)) {
    sample.images.push_back(ImageId{id});
  }
  entry.files = require<std::vector<std::string>>(json, "files", where);
  entry.hashes = require<std::vector<std::string>>(json, "hashes", where);
  sample.prompt = require<std::string>(json, "prompt", where);
  sample.answer = require<std::string>(json, "answer", where);
  const auto count = static_cast<std::size_t>(sample.recipe.imageCount);
  if (sample.images.size() != count || entry.files.size() != count ||
      entry.hashes.size() != count) {
    throw Error(ErrorKind::kBadInput, where + ": the numbers of images, files and hashes differ");
  }
  return entry;
}

std::string bundleText(const Bundle& bundle) {
  std::string text =
      Json(
          {{"schema", kSchema}, {"samples", bundle.samples.size()}, {"pairs", bundle.pairs.size()}})
          .dump() +
      "\n";
  for (const auto& sample : bundle.samples) text += toJson(sample).dump() + "\n";
  for (const auto& pair : bundle.pairs) text += pairToJson(pair).dump() + "\n";
  return text;
}

void writeBundle(const std::filesystem::path& file, const Bundle& bundle) {
  writeFileAtomically(file, bundleText(bundle));
}

Bundle readBundle(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(ErrorKind::kNotFound, "There is no bundle at " + file.string());
  std::string line;
  std::size_t row = 0;
  const auto next = [&] {
    const std::string where = file.string() + ", line " + std::to_string(++row);
    if (!std::getline(in, line)) throw Error(ErrorKind::kBadInput, where + " is missing");
    return std::pair(parseJson(line, where), where);
  };
  const auto [header, place] = next();
  if (require<int>(header, "schema", place) != kSchema) {
    throw Error(ErrorKind::kUnsupported, place + ": this bundle is of another version");
  }
  Bundle bundle;
  bundle.samples.resize(require<std::size_t>(header, "samples", place));
  bundle.pairs.resize(require<std::size_t>(header, "pairs", place));
  for (auto& sample : bundle.samples) {
    const auto [json, where] = next();
    sample = bundleSampleFromJson(json, where);
  }
  for (auto& pair : bundle.pairs) {
    const auto [json, where] = next();
    pair = pairFromJson(json, bundle.samples.size(), where);
  }
  return bundle;
}

}  // namespace mia::run

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/sample_reader.h"

#include <algorithm>
#include <utility>

#include "base/content_hash.h"
#include "base/error.h"
#include "imaging/render.h"
#include "layout/patch_map.h"

namespace mia::engine {
namespace {

bool oneImageEach(const LayoutRecipe& recipe) {
  return recipe.kind == LayoutKind::kSingle || recipe.kind == LayoutKind::kSequence;
}

// What decides the pixels of a picture: its image alone, or the images and how they are laid out.
std::vector<std::string> pictureKeys(const run::BundleSample& entry) {
  const LayoutRecipe& recipe = entry.sample.recipe;
  if (oneImageEach(recipe)) return entry.hashes;
  Json canvas = toJson(recipe);
  for (const char* irrelevant : {"target_index", "wording", "seed"}) canvas.erase(irrelevant);
  canvas["hashes"] = entry.hashes;
  return {contentHash(canvas.dump())};
}

}  // namespace

SampleReader::SampleReader(const std::filesystem::path& modelDir, const model::LlavaConfig& config)
    : config_(config),
      tokenizer_(tokenizer::Tokenizer::load(modelDir)),
      template_(tokenizer::promptTemplateOf(modelDir)),
      processor_(imaging::ImageProcessor::load(modelDir)) {
  if (tokenizer_.size() > config_.text.vocabularySize) {
    throw Error(ErrorKind::kBadInput,
                "The tokenizer of " + modelDir.string() + " knows " +
                    std::to_string(tokenizer_.size()) + " tokens, its model " +
                    std::to_string(config_.text.vocabularySize),
                "They do not belong together");
  }
  const layout::Size made = processor_.view({1000, 1000}).output;
  const auto wanted = static_cast<int>(config_.vision.imageSize);
  if (made != layout::Size{wanted, wanted}) {
    throw Error(ErrorKind::kBadInput, "The image processor of " + modelDir.string() +
                                          " makes pictures of " + std::to_string(made.width) +
                                          " x " + std::to_string(made.height) +
                                          " px, its model sees " + std::to_string(wanted) + " x " +
                                          std::to_string(wanted));
  }
}

std::string SampleReader::promptText(const std::string& prompt) const {
  return tokenizer::promptText(template_, prompt);
}

std::vector<std::int64_t> SampleReader::promptIds(const std::string& prompt) const {
  std::vector<std::int64_t> ids;
  const auto tokensPerImage = static_cast<std::size_t>(config_.tokensPerImage());
  for (const int id : tokenizer_.encode(promptText(prompt))) {
    const bool image = id == tokenizer_.imageId();
    ids.insert(ids.end(), image ? tokensPerImage : 1, image ? config_.imageTokenId : id);
  }
  return ids;
}

std::vector<layout::Canvas> SampleReader::plan(const run::BundleSample& entry) {
  std::vector<layout::Size> sizes;
  for (const std::string& file : entry.files) sizes.push_back(images_.size(file));
  return layout::planPictures(entry.sample.recipe, sizes);
}

ReadSample SampleReader::read(const run::BundleSample& entry) {
  for (std::size_t i = 0; i < entry.files.size(); ++i) {
    images_.check(entry.files[i], entry.hashes[i]);
  }
  ReadSample sample;
  sample.ids = promptIds(entry.sample.prompt);
  sample.pictures = pictureKeys(entry);
  const auto marked = std::count(sample.ids.begin(), sample.ids.end(), config_.imageTokenId);
  const auto pictures = static_cast<std::int64_t>(sample.pictures.size());
  if (marked != pictures * config_.tokensPerImage()) {
    throw Error(ErrorKind::kBadInput,
                "The prompt marks " + std::to_string(marked / config_.tokensPerImage()) +
                    " pictures with <image>, but the sample has " + std::to_string(pictures));
  }
  addMaps(entry, plan(entry), sample);
  return sample;
}

void SampleReader::addMaps(const run::BundleSample& entry,
                           const std::vector<layout::Canvas>& canvases, ReadSample& sample) const {
  const LayoutRecipe& recipe = entry.sample.recipe;
  sample.rows = sample.columns = static_cast<int>(config_.vision.patchesPerSide());
  sample.tokensPerPicture = static_cast<int>(config_.tokensPerImage());
  sample.regions = recipe.imageCount;
  const auto perPicture = static_cast<std::size_t>(sample.tokensPerPicture);
  const std::size_t visual = canvases.size() * perPicture;
  const std::size_t classTokens =
      perPicture - static_cast<std::size_t>(sample.rows) * static_cast<std::size_t>(sample.columns);
  const auto papers = layout::paperPatchMaps(recipe, sample.rows, sample.columns);
  sample.coverage.assign(static_cast<std::size_t>(sample.regions) * visual, 0.0f);
  sample.paper.assign(visual, 0.0f);
  for (std::size_t picture = 0; picture < canvases.size(); ++picture) {
    const std::size_t begin = picture * perPicture + classTokens;
    const auto copy = [&](const std::vector<double>& from, std::vector<float>& to, std::size_t at) {
      std::transform(from.begin(), from.end(), to.begin() + static_cast<std::ptrdiff_t>(at),
                     [](double value) { return static_cast<float>(value); });
    };
    const layout::PatchMap exact =
        layout::patchMap(canvases[picture], sample.regions, processor_.view(canvases[picture].size),
                         static_cast<int>(config_.vision.patchSize));
    for (std::size_t region = 0; region < exact.coverage.size(); ++region) {
      copy(exact.coverage[region], sample.coverage, region * visual + begin);
    }
    copy(papers[picture].coverage[static_cast<std::size_t>(recipe.targetIndex)], sample.paper,
         begin);
  }
}

std::vector<float> SampleReader::pixels(const run::BundleSample& entry, std::size_t picture) {
  if (oneImageEach(entry.sample.recipe)) {
    return processor_.process(*images_.picture(entry.files[picture])).values;
  }
  std::vector<imaging::Picture> images;
  for (const std::string& file : entry.files) images.push_back(*images_.picture(file));
  return processor_.process(imaging::render(plan(entry)[picture], images)).values;
}

}  // namespace mia::engine

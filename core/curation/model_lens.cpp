// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/model_lens.h"

#include <algorithm>
#include <regex>

#include "layout/patch_map.h"

namespace mia::curation {
namespace {

ModelFacts factsOf(const std::string& folder, const imaging::ImageProcessor& processor,
                   int patchSize) {
  const std::filesystem::path file = std::filesystem::path(folder) / "config.json";
  const Json config = readJsonFile(file);
  ModelFacts facts;
  facts.folder = folder;
  const layout::Size input = processor.view({1000, 1000}).output;
  facts.inputWidth = input.width;
  facts.inputHeight = input.height;
  const bool full = valueOr<std::string>(config, "vision_feature_select_strategy", "default",
                                         file.string()) == "full";
  facts.tokensPerPicture = (input.width / patchSize) * (input.height / patchSize) + (full ? 1 : 0);
  const Json& text = config.contains("text_config") ? config["text_config"] : config;
  facts.maxTokens = valueOr(text, "max_position_embeddings", 0, file.string());
  return facts;
}

// A plan of which only the places matter: that of the picture as it was drawn.
layout::Canvas canvasOf(const PreviewPicture& picture) {
  layout::Canvas canvas;
  canvas.size = {picture.width, picture.height};
  for (const ShownRegion& region : picture.regions) {
    layout::Placement placement;
    placement.image = region.image;
    placement.target = {static_cast<int>(region.x), static_cast<int>(region.y),
                        static_cast<int>(region.width), static_cast<int>(region.height)};
    canvas.placements.push_back(placement);
  }
  return canvas;
}

void fillRegions(const layout::PatchMap& map, SeenPicture& seen) {
  seen.rows = map.rows;
  seen.columns = map.columns;
  const int patches = map.rows * map.columns;
  for (int patch = 0; patch < patches; ++patch) {
    double most = map.elsewhere(patch);
    int region = -1;
    seen.elsewhere += most / patches;
    for (std::size_t i = 0; i < map.coverage.size(); ++i) {
      const double share = map.coverage[i][static_cast<std::size_t>(patch)];
      if (share > most) {
        most = share;
        region = static_cast<int>(i);
      }
    }
    seen.regions.push_back(region);
  }
}

}  // namespace

int patchSizeOf(const std::filesystem::path& model) {
  const auto file = model / "config.json";
  const Json config = readJsonFile(file);
  if (config.contains("vision_config")) {
    return require<int>(config["vision_config"], "patch_size", file.string() + ", vision_config");
  }
  const auto tower = require<std::string>(config, "mm_vision_tower", file.string());
  std::smatch match;
  if (std::regex_search(tower, match, std::regex("patch([0-9]+)"))) return std::stoi(match[1]);
  throw Error(ErrorKind::kUnsupported,
              file.string() + " does not tell the patch size of its vision tower " + tower);
}

ModelLens::ModelLens(const std::string& folder)
    : patchSize_(std::max(1, patchSizeOf(folder))),
      processor_(imaging::ImageProcessor::load(folder)),
      tokenizer_(tokenizer::Tokenizer::load(folder)),
      template_(tokenizer::promptTemplateOf(folder)) {
  facts_ = factsOf(folder, processor_, patchSize_);
}

int ModelLens::promptTokens(const std::string& prompt) const {
  int tokens = 0;
  for (const int id : tokenizer_.encode(tokenizer::promptText(template_, prompt))) {
    tokens += id == tokenizer_.imageId() ? facts_.tokensPerPicture : 1;
  }
  return tokens;
}

void ModelLens::look(int regions, PreviewLook look, PreviewPicture& picture) const {
  const layout::Canvas canvas = canvasOf(picture);
  const layout::ViewTransform view = processor_.view(canvas.size);
  SeenPicture& seen = picture.seen;
  fillRegions(layout::patchMap(canvas, regions, view, patchSize_), seen);
  const layout::Rect grid{0, 0, double(seen.columns) * patchSize_, double(seen.rows) * patchSize_};
  const layout::Rect part = view.toCanvas(grid);
  const layout::Rect whole{0, 0, double(picture.width), double(picture.height)};
  seen.unseen = 1 - intersection(part, whole).area() / whole.area();
  if (look == PreviewLook::kCanvas) {
    seen.x = part.left;
    seen.y = part.top;
    seen.width = part.right - part.left;
    seen.height = part.bottom - part.top;
    return;
  }
  imaging::Picture drawn;
  drawn.width = picture.pixels.width;
  drawn.height = picture.pixels.height;
  drawn.rgb = std::move(picture.pixels.rgb);
  imaging::Picture given = processor_.modelView(drawn);
  picture.pixels = {given.width, given.height, std::move(given.rgb)};
  for (ShownRegion& region : picture.regions) {
    const layout::Rect on =
        view.toModel({region.x, region.y, region.x + region.width, region.y + region.height});
    region.x = on.left;
    region.y = on.top;
    region.width = on.right - on.left;
    region.height = on.bottom - on.top;
  }
  picture.width = picture.pixels.width;
  picture.height = picture.pixels.height;
  seen.width = grid.right;
  seen.height = grid.bottom;
}

}  // namespace mia::curation

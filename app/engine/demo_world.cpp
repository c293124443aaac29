// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/demo_world.h"

#include <algorithm>

#include "base/error.h"
#include "base/random.h"
#include "imaging/render.h"
#include "layout/canvas.h"
#include "layout/patch_map.h"
#include "scenes/data_set.h"
#include "scenes/draw.h"

namespace mia::engine {
namespace {

constexpr int kAttributes = 4;
constexpr int kChunk = 250;  // scenes in memory at once, at 192 KiB each

struct DrawnScene {
  scenes::Scene scene;
  imaging::Picture picture;
};

// One kind of picture under construction.
struct PoolBuilder {
  LayoutRecipe recipe;
  PicturePool pool;
  std::vector<torch::Tensor> pixels;
  std::vector<torch::Tensor> labels;
};

struct Viewer {
  const imaging::ImageProcessor& processor;
  int patchSize;
};

// The attributes of the image that fills most of each patch; -1 where none fills half of it.
torch::Tensor labelsOf(const layout::PatchMap& map, const std::vector<scenes::Scene>& scenes) {
  const int patches = map.rows * map.columns;
  torch::Tensor labels = torch::full({patches, kAttributes}, -1, torch::kInt64);
  auto out = labels.accessor<std::int64_t, 2>();
  for (int patch = 0; patch < patches; ++patch) {
    for (std::size_t region = 0; region < scenes.size(); ++region) {
      if (map.coverage[region][static_cast<std::size_t>(patch)] <= 0.5) continue;
      const scenes::Scene& scene = scenes[region];
      out[patch][0] = static_cast<int>(scene.shape);
      out[patch][1] = static_cast<int>(scene.hue);
      out[patch][2] = static_cast<int>(scene.quadrant);
      out[patch][3] = static_cast<int>(scene.backdrop);
    }
  }
  return labels;
}

void add(PoolBuilder& builder, const std::vector<const DrawnScene*>& images, const Viewer& viewer) {
  std::vector<layout::Size> sizes;
  std::vector<imaging::Picture> pictures;
  std::vector<scenes::Scene> scenes;
  for (const DrawnScene* image : images) {
    sizes.push_back(image->picture.size());
    pictures.push_back(image->picture);
    scenes.push_back(image->scene);
  }
  const layout::Canvas canvas = layout::planPictures(builder.recipe, sizes).front();
  imaging::ModelInput input = viewer.processor.process(imaging::render(canvas, pictures));
  const layout::PatchMap map =
      layout::patchMap(canvas, static_cast<int>(images.size()), input.view, viewer.patchSize);
  builder.pixels.push_back(
      torch::from_blob(input.values.data(), {3, input.height, input.width}).to(torch::kHalf));
  builder.labels.push_back(labelsOf(map, scenes));
  builder.pool.scenes.push_back(std::move(scenes));
}

// Different scenes of a chunk, as many as the recipe has images.
std::vector<const DrawnScene*> drawImages(const std::vector<DrawnScene>& chunk, int count,
                                          Random& random) {
  std::vector<const DrawnScene*> images;
  while (static_cast<int>(images.size()) < count) {
    const DrawnScene* image = &chunk[random.below(chunk.size())];
    if (std::find(images.begin(), images.end(), image) == images.end()) images.push_back(image);
  }
  return images;
}

std::vector<DrawnScene> drawChunk(const std::string& set, std::uint64_t seed, int begin, int end) {
  std::vector<DrawnScene> chunk;
  for (int i = begin; i < end; ++i) {
    const scenes::Scene scene = scenes::sceneOf(set, seed, static_cast<std::uint64_t>(i));
    chunk.push_back({scene, scenes::draw(scene)});
  }
  return chunk;
}

PoolBuilder builderFor(const std::string& name) {
  PoolBuilder builder;
  builder.recipe = scenes::demoLayout(scenes::demoPlan(), name).recipe;
  return builder;
}

PicturePool finish(PoolBuilder& builder) {
  builder.pool.pixels = torch::stack(builder.pixels);
  builder.pool.labels = torch::stack(builder.labels);
  return std::move(builder.pool);
}

// How many of `total` fall to the scenes before `end` of `scenes`.
int dueBy(int total, int end, int scenes) {
  return static_cast<int>(static_cast<std::int64_t>(total) * end / scenes);
}

}  // namespace

DemoWorld drawWorld(const std::string& set, std::uint64_t seed, const WorldSize& size,
                    const imaging::ImageProcessor& processor, int patchSize,
                    const WorkContext& context) {
  const Viewer viewer{processor, patchSize};
  Random random = Random::stream(seed, "canvases of " + set);
  PoolBuilder single = builderFor("single");
  std::map<std::string, std::pair<PoolBuilder, int>> canvases;
  canvases["grid2"] = {builderFor("grid2"), size.grid2};
  canvases["grid4"] = {builderFor("grid4"), size.grid4};
  canvases["pip"] = {builderFor("pip"), size.picInPic};
  for (int begin = 0; begin < size.scenes; begin += kChunk) {
    if (context.stop.stop_requested()) {
      throw Error(ErrorKind::kStopped, "Stopped while scenes were drawn");
    }
    const int end = std::min(begin + kChunk, size.scenes);
    const std::vector<DrawnScene> chunk = drawChunk(set, seed, begin, end);
    for (const DrawnScene& scene : chunk) add(single, {&scene}, viewer);
    for (auto& [name, entry] : canvases) {
      auto& [builder, total] = entry;
      while (static_cast<int>(builder.labels.size()) < dueBy(total, end, size.scenes)) {
        add(builder, drawImages(chunk, builder.recipe.imageCount, random), viewer);
      }
    }
    context.progress({"draw " + set, end, size.scenes, "scenes"});
  }
  DemoWorld world;
  world["single"] = finish(single);
  for (auto& [name, entry] : canvases) world[name] = finish(entry.first);
  return world;
}

train::DensePictures densePictures(const DemoWorld& world) {
  std::vector<torch::Tensor> pixels, labels;
  for (const auto& [name, pool] : world) {
    pixels.push_back(pool.pixels);
    labels.push_back(pool.labels);
  }
  return {torch::cat(pixels),
          torch::cat(labels),
          {scenes::kShapes, scenes::kHues, scenes::kQuadrants, scenes::kBackdrops}};
}

void freezeFeatures(DemoWorld& world, model::Llava& model) {
  for (auto& [name, pool] : world) {
    pool.features = train::frozenFeatures(model, pool.pixels);
    pool.pixels = torch::Tensor();
  }
}

}  // namespace mia::engine

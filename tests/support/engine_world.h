// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <utility>

#include "base/content_hash.h"
#include "imaging/encode.h"
#include "run/bundle.h"
#include "run/events.h"
#include "run/run_directory.h"
#include "support/engine_process.h"
#include "support/temporary_folder.h"
#include "support/tiny_checkpoint.h"

namespace mia {

/// A model, three pictures and a bundle of every layout, in a folder of its own.
class World {
 public:
  World() {
    writeTinyCheckpoint(folder / "model");
    const Colour colours[] = {{200, 30, 30}, {30, 160, 60}, {40, 60, 200}};
    for (int i = 0; i < 3; ++i) {
      imaging::Picture picture(40 + 8 * i, 32, colours[i]);
      imaging::fillRect(picture, {4 * i, 6, 10, 12}, {250, 250, 250});
      imaging::writePicture(file(i), picture);
    }
    LayoutRecipe recipe;
    add(recipe, "<image>\nWhat is this?");
    recipe.kind = LayoutKind::kSequence;
    recipe.imageCount = 3;
    recipe.targetIndex = 1;
    add(recipe, "Image1:<image>\nImage2:<image>\nImage3:<image>\nIn Image2, what is this?");
    recipe.kind = LayoutKind::kGrid;
    recipe.imageCount = 2;
    recipe.grid.cellWidth = recipe.grid.cellHeight = 48;
    recipe.grid.margin = 8;
    recipe.grid.fit = Fit::kContainTopLeft;
    add(recipe, "<image>\nIn Image2, what is this?");
    recipe.kind = LayoutKind::kPicInPic;
    add(recipe, "<image>\nIn the central image, what is this?");
    for (int i = 0; i < 8; ++i) {
      recipe = bundle.samples[static_cast<std::size_t>(i % 4)].sample.recipe;
      add(recipe, bundle.samples[static_cast<std::size_t>(i % 4)].sample.prompt + " And why" +
                      std::string(static_cast<std::size_t>(i), '?'));
    }
  }

  std::filesystem::path file(int image) const {
    return folder / ("image" + std::to_string(image) + ".png");
  }

  run::RunDirectory generateRun(int samples = 2, int maxNewTokens = 48,
                                std::uint64_t seed = 1) const {
    run::GenerateConfig config;
    config.seed = seed;
    config.samples = samples;
    config.maxNewTokens = maxNewTokens;
    config.batchSize = 2;
    return newRun({"",
                   run::RunKind::kGenerate,
                   "",
                   (folder / "model").string(),
                   "",
                   "",
                   {},
                   run::configToJson(config)});
  }

  run::RunDirectory newRun(run::RunManifest manifest) const {
    return run::RunDirectory::create(folder / "runs", std::move(manifest), bundle);
  }

  TemporaryFolder folder;
  run::Bundle bundle;

 private:
  void add(const LayoutRecipe& recipe, const std::string& prompt) {
    run::BundleSample entry;
    entry.sample.id.value = 100 + static_cast<std::int64_t>(bundle.samples.size());
    entry.sample.recipe = recipe;
    entry.sample.prompt = prompt;
    for (int i = 0; i < recipe.imageCount; ++i) {
      entry.sample.images.push_back(ImageId{i + 1});
      entry.files.push_back(file(i).string());
      entry.hashes.push_back(contentHashOfFile(file(i)));
    }
    bundle.samples.push_back(entry);
  }
};

/// Runs the engine on a run to its end, with one thread; its exit code.
inline int work(const run::RunDirectory& run) {
  return EngineProcess(
             {run::toString(run.manifest().kind), "--run", run.folder().string(), "--threads", "1"})
      .wait();
}

/// The fields of the newest event of a type; null when there is none.
inline Json lastEvent(const run::RunDirectory& run, const std::string& type) {
  Json last;
  for (const run::Event& event : run::EventReader(run.events()).poll()) {
    if (event.type == type) last = event.fields;
  }
  return last;
}

}  // namespace mia

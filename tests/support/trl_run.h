// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "model/weights/llava_files.h"
#include "model/weights/safetensors.h"
#include "train/dpo.h"

namespace mia {

/// The tiny LLaVA, the twelve pairs and the settings of tests/reference/make_dpo_goldens.py, as
/// runDpo() takes them, and what TRL made of them.
struct TrlRun {
  std::filesystem::path folder = std::filesystem::path(MIA_TEST_DATA) / "train" / "trl";
  Json golden = readJsonFile(folder / "trajectory.json");
  train::DpoData data;
  train::DpoOptions options;
  std::vector<std::pair<std::string, Json>> events;  ///< of the runs so far

  TrlRun() {
    const auto pixels =
        model::SafeTensors::open(folder / "pairs.safetensors").tensor("pixel_values").clone();
    data.pictures = static_cast<std::size_t>(pixels.size(0));
    data.pixels = [pixels](std::size_t i) { return pixels[static_cast<std::int64_t>(i)]; };
    data.model = "tiny";
    for (const Json& row : golden["pairs"]) {
      data.pairs.push_back({.id = static_cast<std::int64_t>(data.pairs.size()) + 1,
                            .prompt = row["prompt"],
                            .chosen = row["chosen"],
                            .rejected = row["rejected"],
                            .pictures = row["pictures"]});
    }
    const Json& settings = golden["settings"];
    options.beta = settings["beta"];
    options.gamma = settings["gamma"];
    options.learningRate = settings["learning_rate"];
    options.warmupRatio = settings["warmup_ratio"];
    options.batchSize = settings["batch_size"];
    options.maxSteps = settings["max_steps"];
    options.maxGradNorm = settings["max_grad_norm"];
    options.loraR = settings["lora_r"];
    options.loraAlpha = settings["lora_alpha"];
  }

  std::shared_ptr<model::Llava> model() const { return model::loadLlava(folder / "model"); }

  static train::DpoFolders foldersIn(const std::filesystem::path& run) {
    return {run / "checkpoints", run / "reference.jsonl", run / "adapter"};
  }

  /// Trains a freshly loaded model in `run`, with one thread.
  Json train(
      const std::filesystem::path& run, const WorkContext& work = {},
      const train::EventSink& also = [](const std::string&, const Json&) {}) {
    torch::set_num_threads(1);
    const auto fresh = model();
    return train::runDpo(*fresh, data, options, foldersIn(run), work,
                         [&](const std::string& type, const Json& fields) {
                           events.emplace_back(type, fields);
                           also(type, fields);
                         });
  }

  std::vector<Json> eventsOf(const std::string& type) const {
    std::vector<Json> found;
    for (const auto& [name, fields] : events) {
      if (name == type) found.push_back(fields);
    }
    return found;
  }
};

/// The largest difference between tensors of the same name; infinite when names differ.
inline double largestDifference(const std::filesystem::path& a, const std::filesystem::path& b) {
  const auto left = model::SafeTensors::open(a), right = model::SafeTensors::open(b);
  if (left.names() != right.names()) return std::numeric_limits<double>::infinity();
  double largest = 0;
  for (const std::string& name : left.names()) {
    const auto difference = (left.tensor(name) - right.tensor(name)).abs().max();
    largest = std::max(largest, difference.item<double>());
  }
  return largest;
}

}  // namespace mia

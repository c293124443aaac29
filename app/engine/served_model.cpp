// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/served_model.h"

#include <algorithm>
#include <vector>

#include "app/engine/device.h"
#include "app/engine/run_options.h"
#include "layout/wording.h"
#include "model/lora/lora.h"
#include "model/lora/peft_files.h"
#include "model/weights/llava_files.h"

namespace mia::engine {
namespace {

// Names, sizes and times of the files of a folder: changes when they do.
std::string stampOf(const std::filesystem::path& folder) {
  std::vector<std::string> lines;
  std::error_code none;
  for (const auto& file : std::filesystem::directory_iterator(folder, none)) {
    if (!file.is_regular_file(none)) continue;
    const auto time = file.last_write_time(none).time_since_epoch().count();
    lines.push_back(file.path().filename().string() + ' ' + std::to_string(file.file_size(none)) +
                    ' ' + std::to_string(time) + '\n');
  }
  std::sort(lines.begin(), lines.end());
  std::string stamp;
  for (const std::string& line : lines) stamp += line;
  return stamp;
}

}  // namespace

void ServedModel::use(const std::filesystem::path& model, const std::string& adapter) {
  if (!model_ || folder_ != model || stamp_ != stampOf(model)) load(model);
  useAdapter(adapter);
}

void ServedModel::load(const std::filesystem::path& folder) {
  model::LlavaConfig::load(folder);  // before the loaded one is given up
  vision_.reset();
  reader_.reset();
  model_.reset();
  adapter_.clear();
  const std::string stamp = stampOf(folder);
  auto model = model::loadLlava(folder, computeType(device_), device_);
  reader_ = std::make_unique<SampleReader>(folder, model->config());
  vision_ = std::make_unique<VisionCache>(*model);
  useThreads(threads_, *model);
  model_ = std::move(model);
  folder_ = folder;
  stamp_ = stamp;
}

void ServedModel::useAdapter(const std::string& folder) {
  model_->adapterSwitch()->on = adapterOn_ = !folder.empty();
  if (folder.empty()) return;
  const std::string stamp = stampOf(folder);
  if (adapter_ == folder && adapterStamp_ == stamp) return;
  adapter_.clear();
  model::removeLora(*model_);
  try {
    model::loadPeft(*model_, folder);
  } catch (const std::exception&) {
    model::removeLora(*model_);
    throw;
  }
  model_->eval();
  adapter_ = folder;
  adapterStamp_ = stamp;
}

run::ServeLoaded ServedModel::facts(double seconds) const {
  const model::LlavaConfig& config = model_->config();
  run::ServeLoaded facts;
  facts.model = folder_;
  facts.adapter = adapterOn_ ? adapter_ : "";
  facts.type = model_->type() == torch::kFloat32 ? "float32" : "bfloat16";
  for (const torch::Tensor& tensor : model_->parameters()) facts.parameters += tensor.numel();
  facts.layers = static_cast<int>(config.text.layers);
  facts.heads = static_cast<int>(config.text.heads);
  facts.rows = facts.columns = static_cast<int>(config.vision.patchesPerSide());
  facts.tokensPerPicture = static_cast<int>(config.tokensPerImage());
  facts.maxPositions = static_cast<int>(config.text.maxPositions);
  facts.seconds = seconds;
  return facts;
}

PreparedSample ServedModel::prepare(const run::BundleSample& entry) {
  PreparedSample sample{entry, {}, {}};
  Sample& asked = sample.entry.sample;
  if (asked.prompt.find(layout::kImageMark) == std::string::npos) {
    asked.prompt = layout::wordPrompt(asked.recipe, asked.prompt);
  }
  for (std::size_t i = 0; i < entry.files.size(); ++i) {
    if (entry.hashes[i].empty()) sample.entry.hashes[i] = reader_->hash(entry.files[i]);
  }
  sample.read = reader_->read(sample.entry);
  std::unordered_map<std::string, std::vector<float>> pixels;
  for (std::size_t picture = 0; picture < sample.read.pictures.size(); ++picture) {
    const std::string& key = sample.read.pictures[picture];
    if (vision_->holds(key) || pixels.contains(key)) continue;
    pixels[key] = reader_->pixels(sample.entry, picture);
  }
  vision_->provide(sample.read.pictures, pixels);
  sample.prompt = promptOf(sample.read, *vision_, std::to_string(asked.id.value));
  return sample;
}

run::ServeStarted ServedModel::describe(const PreparedSample& sample) {
  const ReadSample& read = sample.read;
  run::ServeStarted started;
  started.prompt = reader_->promptText(sample.entry.sample.prompt);
  started.promptTokens = static_cast<int>(read.ids.size());
  started.visualTokens = static_cast<int>(read.paper.size());
  started.rows = read.rows;
  started.columns = read.columns;
  const auto patch = static_cast<double>(model_->config().vision.patchSize);
  for (const layout::Canvas& canvas : reader_->plan(sample.entry)) {
    const layout::Rect seen =
        reader_->view(canvas.size).toCanvas({0, 0, read.columns * patch, read.rows * patch});
    started.pictures.push_back({canvas.size.width, canvas.size.height, seen.left, seen.top,
                                seen.right - seen.left, seen.bottom - seen.top});
  }
  const torch::Tensor coverage = sample.prompt.coverage.sum(1, false, torch::kFloat64) /
                                 static_cast<double>(read.paper.size());
  started.chance.assign(coverage.data_ptr<double>(), coverage.data_ptr<double>() + read.regions);
  return started;
}

}  // namespace mia::engine

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lvlm/llava.h"

#include "base/error.h"

namespace mia::model {

Projector::Projector(const LlavaConfig& config, const torch::TensorOptions& options) {
  const std::int64_t size = config.text.hiddenSize;
  linear1 = register_module("linear_1", std::make_shared<Linear>(config.featureSize(), size,
                                                                 config.projectorBias, options));
  linear2 = register_module("linear_2",
                            std::make_shared<Linear>(size, size, config.projectorBias, options));
}

torch::Tensor Projector::forward(const torch::Tensor& features) {
  return linear2->forward(torch::gelu(linear1->forward(features)));
}

Llava::Llava(const LlavaConfig& config, torch::ScalarType type, torch::Device device)
    : config_(config), options_(torch::TensorOptions().dtype(type).device(device)) {
  auto body = register_module("model", std::make_shared<torch::nn::Module>("body"));
  vision =
      body->register_module("vision_tower", std::make_shared<ClipTower>(config.vision, options_));
  projector =
      body->register_module("multi_modal_projector", std::make_shared<Projector>(config, options_));
  decoder = body->register_module("language_model",
                                  std::make_shared<LlamaDecoder>(config.text, options_));
  if (!config.tieWordEmbeddings) {
    head_ = register_module(
        "lm_head", std::make_shared<Linear>(config.text.hiddenSize, config.text.vocabularySize,
                                            false, options_));
  }
}

torch::Tensor Llava::visionFeatures(const torch::Tensor& pixels) {
  const VisionConfig& expected = config_.vision;
  if (pixels.dim() != 4 || pixels.size(1) != expected.channels ||
      pixels.size(2) != expected.imageSize || pixels.size(3) != expected.imageSize) {
    throw Error(ErrorKind::kBadInput, "This model takes pictures of " +
                                          std::to_string(expected.channels) + " x " +
                                          std::to_string(expected.imageSize) + " x " +
                                          std::to_string(expected.imageSize) + " values");
  }
  const std::vector<std::int64_t> wanted = config_.resolvedFeatureLayers();
  const std::int64_t last = *std::max_element(wanted.begin(), wanted.end());
  const std::vector<torch::Tensor> states = vision->hiddenStates(pixels.to(options_), last);
  std::vector<torch::Tensor> parts;
  for (const std::int64_t layer : wanted) {
    const torch::Tensor& state = states.at(static_cast<std::size_t>(layer));
    parts.push_back(config_.keepClassToken ? state : state.narrow(1, 1, state.size(1) - 1));
  }
  return parts.size() == 1 ? parts[0] : torch::cat(parts, -1);
}

torch::Tensor Llava::project(const torch::Tensor& features) { return projector->forward(features); }

torch::Tensor Llava::embed(const torch::Tensor& ids, const torch::Tensor& imageRows) const {
  const torch::Tensor marks = (ids == config_.imageTokenId).view({-1}).nonzero().view({-1});
  const std::int64_t rows = imageRows.defined() ? imageRows.size(0) : 0;
  if (marks.size(0) != rows) {
    throw Error(ErrorKind::kBadInput, "The text has places for " + std::to_string(marks.size(0)) +
                                          " visual tokens, but the pictures give " +
                                          std::to_string(rows));
  }
  // The mark's own id may lie outside the table (the original layout's -200).
  const torch::Tensor known = config_.imageTokenId < 0 ? ids.clamp_min(0) : ids;
  const torch::Tensor words = torch::embedding(decoder->embedTokens, known);
  if (rows == 0) return words;
  return words.view({-1, words.size(-1)})
      .index_copy(0, marks, imageRows.to(words.scalar_type()))
      .view(words.sizes());
}

torch::Tensor Llava::headWeight() const { return head_ ? head_->weight : decoder->embedTokens; }

torch::Tensor Llava::head(const torch::Tensor& hidden) const {
  return head_ ? head_->forward(hidden) : torch::linear(hidden, decoder->embedTokens);
}

void initialise(Llava& model, std::uint64_t seed, double std) {
  const torch::NoGradGuard noGradients;
  torch::manual_seed(seed);
  for (auto& item : model.named_parameters()) {
    const std::string& name = item.key();
    const bool isNorm = name.find("norm") != std::string::npos;
    if (isNorm && name.ends_with("weight")) {
      item.value().fill_(1);
    } else if (name.ends_with("bias") || name.ends_with("lora_B.weight")) {
      item.value().zero_();
    } else {
      item.value().normal_(0, std);
    }
  }
}

std::map<std::string, torch::Tensor> namedParameters(const Llava& model) {
  std::map<std::string, torch::Tensor> parameters;
  for (const auto& item : model.named_parameters()) parameters.emplace(item.key(), item.value());
  return parameters;
}

std::vector<std::pair<std::string, std::shared_ptr<Linear>>> namedLinears(const Llava& model) {
  std::vector<std::pair<std::string, std::shared_ptr<Linear>>> linears;
  for (const auto& item : model.named_modules()) {
    if (auto linear = std::dynamic_pointer_cast<Linear>(item.value())) {
      linears.emplace_back(item.key(), std::move(linear));
    }
  }
  return linears;
}

}  // namespace mia::model

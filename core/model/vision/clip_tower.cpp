// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/vision/clip_tower.h"

namespace mia::model {

ClipEmbeddings::ClipEmbeddings(const VisionConfig& config, const torch::TensorOptions& options)
    : patchSize_(config.patchSize) {
  const std::int64_t side = config.patchesPerSide(), size = config.hiddenSize;
  classEmbedding = register_parameter("class_embedding", torch::empty({size}, options));
  auto patch = register_module("patch_embedding", std::make_shared<torch::nn::Module>("patches"));
  patchWeight = patch->register_parameter(
      "weight", torch::empty({size, config.channels, patchSize_, patchSize_}, options));
  positionEmbedding = register_module("position_embedding",
                                      std::make_shared<TokenTable>(side * side + 1, size, options));
}

torch::Tensor ClipEmbeddings::forward(const torch::Tensor& pixels) {
  const std::int64_t count = pixels.size(0), size = classEmbedding.size(0);
  const torch::Tensor patches =
      torch::conv2d(pixels, patchWeight, {}, patchSize_).flatten(2).transpose(1, 2);  // row by row
  const torch::Tensor first = classEmbedding.view({1, 1, size}).expand({count, 1, size});
  return torch::cat({first, patches}, 1) + positionEmbedding->weight;
}

ClipAttention::ClipAttention(const VisionConfig& config, const torch::TensorOptions& options)
    : heads_(config.heads) {
  const auto make = [&](const char* name) {
    return register_module(
        name, std::make_shared<Linear>(config.hiddenSize, config.hiddenSize, true, options));
  };
  kProj = make("k_proj");
  vProj = make("v_proj");
  qProj = make("q_proj");
  outProj = make("out_proj");
}

torch::Tensor ClipAttention::forward(const torch::Tensor& x) {
  const auto split = [&](const torch::Tensor& y) {
    return y.view({x.size(0), x.size(1), heads_, -1}).transpose(1, 2);
  };
  const torch::Tensor mixed = at::scaled_dot_product_attention(
      split(qProj->forward(x)), split(kProj->forward(x)), split(vProj->forward(x)));
  return outProj->forward(mixed.transpose(1, 2).reshape(x.sizes()));
}

ClipMlp::ClipMlp(const VisionConfig& config, const torch::TensorOptions& options)
    : quickGelu_(config.quickGelu) {
  fc1 = register_module(
      "fc1", std::make_shared<Linear>(config.hiddenSize, config.intermediateSize, true, options));
  fc2 = register_module(
      "fc2", std::make_shared<Linear>(config.intermediateSize, config.hiddenSize, true, options));
}

torch::Tensor ClipMlp::forward(const torch::Tensor& x) {
  const torch::Tensor y = fc1->forward(x);
  return fc2->forward(quickGelu_ ? y * torch::sigmoid(y * 1.702) : torch::gelu(y));
}

ClipLayer::ClipLayer(const VisionConfig& config, const torch::TensorOptions& options) {
  const auto makeNorm = [&](const char* name) {
    return register_module(
        name, std::make_shared<LayerNorm>(config.hiddenSize, config.layerNormEps, options));
  };
  attention = register_module("self_attn", std::make_shared<ClipAttention>(config, options));
  norm1 = makeNorm("layer_norm1");
  mlp = register_module("mlp", std::make_shared<ClipMlp>(config, options));
  norm2 = makeNorm("layer_norm2");
}

torch::Tensor ClipLayer::forward(torch::Tensor x) {
  x = x + attention->forward(norm1->forward(x));
  return x + mlp->forward(norm2->forward(x));
}

ClipTower::ClipTower(const VisionConfig& config, const torch::TensorOptions& options) {
  const auto makeNorm = [&](const char* name) {
    return register_module(
        name, std::make_shared<LayerNorm>(config.hiddenSize, config.layerNormEps, options));
  };
  embeddings = register_module("embeddings", std::make_shared<ClipEmbeddings>(config, options));
  preNorm = makeNorm("pre_layrnorm");  // the misspelling is the key's
  auto encoder = register_module("encoder", std::make_shared<torch::nn::Module>("encoder"));
  auto list = encoder->register_module("layers", std::make_shared<torch::nn::Module>("layers"));
  for (std::int64_t i = 0; i < config.layers; ++i) {
    layers.push_back(std::make_shared<ClipLayer>(config, options));
    list->register_module(std::to_string(i), layers.back());
  }
  postNorm = makeNorm("post_layernorm");
}

std::vector<torch::Tensor> ClipTower::hiddenStates(const torch::Tensor& pixels, std::int64_t last) {
  std::vector<torch::Tensor> states = {preNorm->forward(embeddings->forward(pixels))};
  for (std::int64_t i = 0; i < last; ++i) {
    states.push_back(layers.at(static_cast<std::size_t>(i))->forward(states.back()));
  }
  return states;
}

}  // namespace mia::model

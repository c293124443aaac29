// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "model/blocks/linear.h"
#include "model/language/llama_decoder.h"
#include "model/lvlm/llava_config.h"
#include "model/vision/clip_tower.h"

namespace mia::model {

/// linear_1, exact GELU, linear_2.
class Projector : public torch::nn::Module {
 public:
  Projector(const LlavaConfig& config, const torch::TensorOptions& options);
  torch::Tensor forward(const torch::Tensor& features);

  std::shared_ptr<Linear> linear1, linear2;
};

/// LLaVA-1.5: a CLIP vision tower, a projector, a LLaMA decoder. Parameters carry the names of
/// transformers' module tree: `model.vision_tower.…`, `model.multi_modal_projector.…`,
/// `model.language_model.…`, `lm_head.weight` (absent when tied to the embeddings), and adapters
/// below them `.lora_A.weight`, `.lora_B.weight`.
/// N pictures, B texts of T tokens, D the decoder's width, Dv the features', V the vocabulary.
class Llava : public torch::nn::Module {
 public:
  /// Norms start neutral; every other parameter is uninitialised: load it or call initialise().
  Llava(const LlavaConfig& config, torch::ScalarType type, torch::Device device);

  const LlavaConfig& config() const { return config_; }
  torch::ScalarType type() const { return options_.dtype().toScalarType(); }
  torch::Device device() const { return options_.device(); }

  /// pixels [N, C, S, S] float (cast to the model's type) -> [N, tokensPerImage, Dv].
  torch::Tensor visionFeatures(const torch::Tensor& pixels);
  /// [N, tokensPerImage, Dv] -> [N, tokensPerImage, D].
  torch::Tensor project(const torch::Tensor& features);
  /// ids [B, T] int64, image marks expanded to one id per visual token; imageRows [rows, D] in the
  /// order of the marks through the batch, or undefined when there are none -> [B, T, D]. Error
  /// kBadInput when marks and rows differ in number.
  torch::Tensor embed(const torch::Tensor& ids, const torch::Tensor& imageRows) const;
  /// -> [B, T, D] after the final norm.
  torch::Tensor decode(const DecodeInput& input) { return decoder->forward(input); }
  /// [..., D] -> logits [..., V].
  torch::Tensor head(const torch::Tensor& hidden) const;
  /// [V, D]; the embedding table itself when tied.
  torch::Tensor headWeight() const;

  /// A cache for `capacity` tokens.
  KvCache makeCache(std::int64_t capacity) const { return {config_.text.layers, capacity}; }

  std::shared_ptr<ClipTower> vision;
  std::shared_ptr<Projector> projector;
  std::shared_ptr<LlamaDecoder> decoder;

  /// On: adapters take part. Every adapter of this model shares it.
  const std::shared_ptr<AdapterSwitch>& adapterSwitch() const { return adapterSwitch_; }

 private:
  LlavaConfig config_;
  torch::TensorOptions options_;
  std::shared_ptr<Linear> head_;  // absent when tied
  std::shared_ptr<AdapterSwitch> adapterSwitch_ = std::make_shared<AdapterSwitch>();
};

/// While it lives, the adapters of a model take no part: the policy is its own reference.
class AdaptersOff {
 public:
  explicit AdaptersOff(Llava& model) : gate_(model.adapterSwitch()), before_(gate_->on) {
    gate_->on = false;
  }
  ~AdaptersOff() { gate_->on = before_; }
  AdaptersOff(const AdaptersOff&) = delete;
  AdaptersOff& operator=(const AdaptersOff&) = delete;

 private:
  std::shared_ptr<AdapterSwitch> gate_;
  bool before_;
};

/// Draws every weight from N(0, std^2), biases 0, norms neutral, as transformers starts a model.
/// The same seed gives the same weights on one device and LibTorch.
void initialise(Llava& model, std::uint64_t seed, double std = 0.02);

/// Every parameter by its name, adapters included; writing to a tensor (without gradients) changes
/// the model.
std::map<std::string, torch::Tensor> namedParameters(const Llava& model);

/// The linear maps of the whole model by their path, such as
/// `model.language_model.layers.0.self_attn.q_proj`, in the order of the layers.
std::vector<std::pair<std::string, std::shared_ptr<Linear>>> namedLinears(const Llava& model);

}  // namespace mia::model

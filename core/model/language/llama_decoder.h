// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "model/blocks/linear.h"
#include "model/blocks/norms.h"
#include "model/blocks/rotary.h"
#include "model/language/kv_cache.h"
#include "model/language/taps.h"
#include "model/lvlm/llava_config.h"

namespace mia::model {

/// One pass of the decoder over T new tokens of B texts; with a cache, P = cache->length() tokens
/// came before, without one P = 0. K = P + T keys are seen.
struct DecodeInput {
  torch::Tensor embeddings;  ///< [B, T, D], the model's type
  /// [B, T] int64, each below K; undefined: P, P + 1, … for every text.
  torch::Tensor positions;
  /// Bool, true = may be seen. [B, K]: keys that are no padding, beside the causal rule.
  /// [B or 1, 1, T, K]: everything about who sees whom, instead of the causal rule (shared
  /// prefixes). Undefined: the causal rule alone. A row that may see nothing gives values without
  /// meaning, but no NaN.
  torch::Tensor mask;
  KvCache* cache = nullptr;
  const AttentionTap* attention = nullptr;
  /// Gets, as transformers' output_hidden_states, L + 1 tensors [B, T, D]: the embeddings, the
  /// output of every block but the last, and the normed output of the last.
  std::vector<torch::Tensor>* hidden = nullptr;
};

/// Positions of texts padded on either side: the count of real tokens before each, 0 for padding.
/// mask [B, T] bool -> [B, T] int64.
torch::Tensor positionsOf(const torch::Tensor& mask);

/// What the layers of one pass share.
struct DecodePass {
  RotaryAngles angles;
  torch::Tensor bias;  ///< additive [B or 1, 1, T, K] in the model's type, or undefined
  bool causal = false;
  KvCache* cache = nullptr;
  const AttentionTap* attention = nullptr;
};

class LlamaAttention : public torch::nn::Module {
 public:
  LlamaAttention(const TextConfig& config, std::int64_t layer, const torch::TensorOptions& options);
  torch::Tensor forward(const torch::Tensor& x, const DecodePass& pass);  ///< [B, T, D] -> same

  std::shared_ptr<Linear> qProj, kProj, vProj, oProj;

 private:
  void tap(const torch::Tensor& queries, const torch::Tensor& keys, const DecodePass& pass) const;

  std::int64_t layer_, heads_, kvHeads_, headSize_;
};

/// down(silu(gate x) * up x).
class LlamaMlp : public torch::nn::Module {
 public:
  LlamaMlp(const TextConfig& config, const torch::TensorOptions& options);
  torch::Tensor forward(const torch::Tensor& x);

  std::shared_ptr<Linear> gateProj, upProj, downProj;
};

class LlamaLayer : public torch::nn::Module {
 public:
  LlamaLayer(const TextConfig& config, std::int64_t layer, const torch::TensorOptions& options);
  torch::Tensor forward(torch::Tensor x, const DecodePass& pass);

  std::shared_ptr<RmsNorm> inputNorm;
  std::shared_ptr<LlamaAttention> attention;
  std::shared_ptr<RmsNorm> postAttentionNorm;
  std::shared_ptr<LlamaMlp> mlp;
};

/// LLaMA without its output head (lvlm.md 2.6).
class LlamaDecoder : public torch::nn::Module {
 public:
  LlamaDecoder(const TextConfig& config, const torch::TensorOptions& options);
  torch::Tensor forward(const DecodeInput& input);  ///< -> [B, T, D] after the final norm

  torch::Tensor embedTokens;  ///< [V, D]
  std::vector<std::shared_ptr<LlamaLayer>> layers;
  std::shared_ptr<RmsNorm> norm;

 private:
  DecodePass prepare(const DecodeInput& input);

  RotaryTable rotary_;
};

}  // namespace mia::model

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/language/llama_decoder.h"

#include <cmath>
#include <limits>

#include "base/error.h"
#include "kernels/attention_rows.h"
#include "model/blocks/token_table.h"

namespace mia::model {
namespace {

// True where query t (of T, behind P cached tokens) may see key k by the causal rule: [T, K].
torch::Tensor causalRule(std::int64_t tokens, std::int64_t keys, const torch::Device& device) {
  return torch::ones({tokens, keys}, torch::TensorOptions().dtype(torch::kBool).device(device))
      .tril(keys - tokens);
}

// Half of the lowest value: far enough below every score, and adding a score never overflows.
torch::Tensor additive(const torch::Tensor& allowed, torch::ScalarType type) {
  const double low = type == torch::kHalf
                         ? -65504.0 / 2
                         : -static_cast<double>(std::numeric_limits<float>::max()) / 2;
  return torch::zeros(allowed.sizes(), allowed.options().dtype(type)).masked_fill_(~allowed, low);
}

torch::Tensor fusedAttention(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v,
                             const DecodePass& pass) {
  const std::int64_t groups = q.size(1) / k.size(1);
  const std::optional<torch::Tensor> bias =
      pass.bias.defined() ? std::optional(pass.bias) : std::nullopt;
  if (groups == 1) return at::scaled_dot_product_attention(q, k, v, bias, 0.0, pass.causal);
  if (q.size(2) == 1) {
    // One query row: heads that share a key head are rows of the same attention, nothing repeats.
    const auto grouped = q.reshape({q.size(0), k.size(1), groups, q.size(3)});
    return at::scaled_dot_product_attention(grouped, k, v, bias, 0.0, false).reshape(q.sizes());
  }
  return at::scaled_dot_product_attention(q, k.repeat_interleave(groups, 1),
                                          v.repeat_interleave(groups, 1), bias, 0.0, pass.causal);
}

}  // namespace

torch::Tensor positionsOf(const torch::Tensor& mask) {
  return (mask.to(torch::kLong).cumsum(1) - 1).clamp_min_(0);
}

LlamaAttention::LlamaAttention(const TextConfig& config, std::int64_t layer,
                               const torch::TensorOptions& options)
    : layer_(layer), heads_(config.heads), kvHeads_(config.kvHeads), headSize_(config.headSize) {
  const std::int64_t wide = heads_ * headSize_, narrow = kvHeads_ * headSize_;
  const auto make = [&](const char* name, std::int64_t in, std::int64_t out) {
    return register_module(name, std::make_shared<Linear>(in, out, config.attentionBias, options));
  };
  qProj = make("q_proj", config.hiddenSize, wide);
  kProj = make("k_proj", config.hiddenSize, narrow);
  vProj = make("v_proj", config.hiddenSize, narrow);
  oProj = make("o_proj", wide, config.hiddenSize);
}

torch::Tensor LlamaAttention::forward(const torch::Tensor& x, const DecodePass& pass) {
  const std::int64_t batch = x.size(0), tokens = x.size(1);
  const auto split = [&](const torch::Tensor& y, std::int64_t heads) {
    return y.view({batch, tokens, heads, headSize_});
  };
  const torch::Tensor q =
      rotate(split(qProj->forward(x), heads_), pass.angles).transpose(1, 2);  // [B, H, T, d]
  torch::Tensor k = rotate(split(kProj->forward(x), kvHeads_), pass.angles).transpose(1, 2);
  torch::Tensor v = split(vProj->forward(x), kvHeads_).transpose(1, 2);
  if (pass.cache != nullptr) std::tie(k, v) = pass.cache->append(layer_, k, v);
  if (pass.attention != nullptr && pass.attention->wants(layer_)) tap(q, k, pass);
  const torch::Tensor mixed = fusedAttention(q, k, v, pass);
  return oProj->forward(mixed.transpose(1, 2).reshape({batch, tokens, heads_ * headSize_}));
}

void LlamaAttention::tap(const torch::Tensor& queries, const torch::Tensor& keys,
                         const DecodePass& pass) const {
  const torch::NoGradGuard noGradients;
  const AttentionTap& tap = *pass.attention;
  torch::Tensor bias = pass.bias;
  if (pass.causal) {
    bias = additive(causalRule(queries.size(2), keys.size(2), queries.device()), torch::kFloat)
               .view({1, 1, queries.size(2), keys.size(2)});
  }
  torch::Tensor chosen = queries;
  if (tap.rows.defined()) {
    chosen = queries.index_select(2, tap.rows);
    if (bias.defined()) bias = bias.index_select(2, tap.rows);
  }
  const double scale = 1.0 / std::sqrt(static_cast<double>(headSize_));
  tap.take(layer_, tap.meanOverHeads ? kernels::meanAttentionRows(chosen, keys, bias, scale)
                                     : kernels::attentionRows(chosen, keys, bias, scale));
}

LlamaMlp::LlamaMlp(const TextConfig& config, const torch::TensorOptions& options) {
  const auto make = [&](const char* name, std::int64_t in, std::int64_t out) {
    return register_module(name, std::make_shared<Linear>(in, out, config.mlpBias, options));
  };
  gateProj = make("gate_proj", config.hiddenSize, config.intermediateSize);
  upProj = make("up_proj", config.hiddenSize, config.intermediateSize);
  downProj = make("down_proj", config.intermediateSize, config.hiddenSize);
}

torch::Tensor LlamaMlp::forward(const torch::Tensor& x) {
  return downProj->forward(torch::silu(gateProj->forward(x)) * upProj->forward(x));
}

LlamaLayer::LlamaLayer(const TextConfig& config, std::int64_t layer,
                       const torch::TensorOptions& options) {
  const auto makeNorm = [&](const char* name) {
    return register_module(
        name, std::make_shared<RmsNorm>(config.hiddenSize, config.rmsNormEps, options));
  };
  inputNorm = makeNorm("input_layernorm");
  attention =
      register_module("self_attn", std::make_shared<LlamaAttention>(config, layer, options));
  postAttentionNorm = makeNorm("post_attention_layernorm");
  mlp = register_module("mlp", std::make_shared<LlamaMlp>(config, options));
}

torch::Tensor LlamaLayer::forward(torch::Tensor x, const DecodePass& pass) {
  x = x + attention->forward(inputNorm->forward(x), pass);
  return x + mlp->forward(postAttentionNorm->forward(x));
}

LlamaDecoder::LlamaDecoder(const TextConfig& config, const torch::TensorOptions& options)
    : rotary_(config.headSize, config.ropeTheta, config.maxPositions) {
  auto table = std::make_shared<TokenTable>(config.vocabularySize, config.hiddenSize, options);
  embedTokens = register_module("embed_tokens", table)->weight;
  auto list = register_module("layers", std::make_shared<torch::nn::Module>("layers"));
  for (std::int64_t i = 0; i < config.layers; ++i) {
    layers.push_back(std::make_shared<LlamaLayer>(config, i, options));
    list->register_module(std::to_string(i), layers.back());
  }
  norm = register_module("norm",
                         std::make_shared<RmsNorm>(config.hiddenSize, config.rmsNormEps, options));
}

DecodePass LlamaDecoder::prepare(const DecodeInput& input) {
  const torch::Tensor& x = input.embeddings;
  const std::int64_t past = input.cache != nullptr ? input.cache->length() : 0;
  const std::int64_t tokens = x.size(1), keys = past + tokens;
  DecodePass pass;
  pass.cache = input.cache;
  pass.attention = input.attention;
  pass.angles = input.positions.defined() ? rotary_.at(input.positions, keys, x.options())
                                          : rotary_.range(past, tokens, x.options());
  if (!input.mask.defined()) {
    // The fused causal rule aligns the first query with the first key; behind a cache it is spelt
    // out, and one row sees everything anyway.
    pass.causal = past == 0 && tokens > 1;
    if (past > 0 && tokens > 1) {
      pass.bias = additive(causalRule(tokens, keys, x.device()), x.scalar_type())
                      .view({1, 1, tokens, keys});
    }
    return pass;
  }
  torch::Tensor allowed = input.mask;
  if (allowed.size(-1) != keys || (allowed.dim() != 2 && allowed.dim() != 4)) {
    throw Error(ErrorKind::kInternal,
                "A decoder mask does not cover its " + std::to_string(keys) + " keys");
  }
  if (allowed.dim() == 2) {
    allowed = allowed.view({allowed.size(0), 1, 1, keys});
    if (tokens > 1) allowed = allowed & causalRule(tokens, keys, x.device());
  }
  pass.bias = additive(allowed, x.scalar_type());
  return pass;
}

torch::Tensor LlamaDecoder::forward(const DecodeInput& input) {
  const DecodePass pass = prepare(input);
  torch::Tensor x = input.embeddings;
  for (const auto& layer : layers) {
    if (input.hidden != nullptr) input.hidden->push_back(x);
    x = layer->forward(x, pass);
  }
  x = norm->forward(x);
  if (input.hidden != nullptr) input.hidden->push_back(x);
  if (input.cache != nullptr) input.cache->advance(input.embeddings.size(1));
  return x;
}

}  // namespace mia::model

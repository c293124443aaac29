// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "model/blocks/linear.h"
#include "model/blocks/norms.h"
#include "model/blocks/token_table.h"
#include "model/lvlm/llava_config.h"

namespace mia::model {

/// Patches, class token and positions: [N, C, S, S] -> [N, 1 + patches, Dv].
class ClipEmbeddings : public torch::nn::Module {
 public:
  ClipEmbeddings(const VisionConfig& config, const torch::TensorOptions& options);
  torch::Tensor forward(const torch::Tensor& pixels);

  torch::Tensor classEmbedding;                   ///< [Dv]
  std::shared_ptr<TokenTable> positionEmbedding;  ///< [1 + patches, Dv]
  torch::Tensor patchWeight;                      ///< [Dv, C, P, P]

 private:
  std::int64_t patchSize_;
};

/// Full attention with biases.
class ClipAttention : public torch::nn::Module {
 public:
  ClipAttention(const VisionConfig& config, const torch::TensorOptions& options);
  torch::Tensor forward(const torch::Tensor& x);

  std::shared_ptr<Linear> qProj, kProj, vProj, outProj;

 private:
  std::int64_t heads_;
};

class ClipMlp : public torch::nn::Module {
 public:
  ClipMlp(const VisionConfig& config, const torch::TensorOptions& options);
  torch::Tensor forward(const torch::Tensor& x);

  std::shared_ptr<Linear> fc1, fc2;

 private:
  bool quickGelu_;
};

/// Pre-norm block.
class ClipLayer : public torch::nn::Module {
 public:
  ClipLayer(const VisionConfig& config, const torch::TensorOptions& options);
  torch::Tensor forward(torch::Tensor x);

  std::shared_ptr<ClipAttention> attention;
  std::shared_ptr<LayerNorm> norm1;
  std::shared_ptr<ClipMlp> mlp;
  std::shared_ptr<LayerNorm> norm2;
};

/// CLIP's vision tower (lvlm.md 2.5). Hidden state 0 is the normed embedding, k the output of
/// block k. The last norm is held for the file's sake; LLaVA never uses it.
class ClipTower : public torch::nn::Module {
 public:
  ClipTower(const VisionConfig& config, const torch::TensorOptions& options);
  /// Hidden states 0 … `last`, each [N, 1 + patches, Dv]; later blocks are not run.
  std::vector<torch::Tensor> hiddenStates(const torch::Tensor& pixels, std::int64_t last);

  std::shared_ptr<ClipEmbeddings> embeddings;
  std::shared_ptr<LayerNorm> preNorm;
  std::vector<std::shared_ptr<ClipLayer>> layers;
  std::shared_ptr<LayerNorm> postNorm;
};

}  // namespace mia::model

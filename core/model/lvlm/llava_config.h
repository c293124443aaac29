// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"

namespace mia::model {

/// CLIP vision tower (lvlm.md 2.5). Defaults are those of transformers' CLIPVisionConfig.
struct VisionConfig {
  std::int64_t hiddenSize = 768;
  std::int64_t intermediateSize = 3072;
  std::int64_t layers = 12;
  std::int64_t heads = 12;
  std::int64_t channels = 3;
  std::int64_t imageSize = 224;  ///< pixels, square
  std::int64_t patchSize = 32;   ///< pixels, square
  double layerNormEps = 1e-5;
  bool quickGelu = true;  ///< x * sigmoid(1.702 x); else the exact GELU

  std::int64_t patchesPerSide() const { return imageSize / patchSize; }
};

/// LLaMA decoder (lvlm.md 2.6). Defaults are those of transformers' LlamaConfig.
struct TextConfig {
  std::int64_t vocabularySize = 32000;
  std::int64_t hiddenSize = 4096;
  std::int64_t intermediateSize = 11008;
  std::int64_t layers = 32;
  std::int64_t heads = 32;
  std::int64_t kvHeads = 32;  ///< absent: as many as heads
  std::int64_t headSize = 128;
  std::int64_t maxPositions = 2048;
  double rmsNormEps = 1e-6;
  double ropeTheta = 10000;
  bool attentionBias = false;
  bool mlpBias = false;
  std::optional<std::int64_t> bosTokenId;
  std::vector<std::int64_t> eosTokenIds;
  std::optional<std::int64_t> padTokenId;
};

/// Everything about a LLaVA that its `config.json` says; nothing else in this room knows a size.
struct LlavaConfig {
  VisionConfig vision;
  TextConfig text;
  std::int64_t imageTokenId = 32000;
  /// Indices into the vision tower's hidden states (0: embeddings, k: after block k), as in the
  /// file: may be negative. Several are concatenated on the channels.
  std::vector<std::int64_t> featureLayers = {-2};
  bool featureLayerIsList = false;
  bool keepClassToken = false;  ///< vision_feature_select_strategy "full"
  bool projectorBias = true;
  bool tieWordEmbeddings = false;
  std::string dtype = "float32";  ///< of the weights on disk: float32, float16 or bfloat16

  /// Reads the Hugging Face layout (of transformers 4 and 5) or the original flat one. Error
  /// kUnsupported for another architecture or a variant we do not compute, kBadInput for nonsense.
  static LlavaConfig fromJson(const Json& json, const std::string& where);
  static LlavaConfig load(const std::filesystem::path& modelFolder);
  /// The Hugging Face layout, readable by transformers 4 and 5.
  Json toJson() const;

  /// Rows that one picture gives: patches, plus the class token where it is kept.
  std::int64_t tokensPerImage() const;
  std::int64_t featureSize() const;  ///< channels of visionFeatures()
  /// featureLayers as non-negative hidden-state indices.
  std::vector<std::int64_t> resolvedFeatureLayers() const;
  /// Error kBadInput when sizes contradict each other.
  void check(const std::string& where) const;
};

}  // namespace mia::model

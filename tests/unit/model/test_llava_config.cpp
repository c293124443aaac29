// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "base/error.h"
#include "model/lvlm/llava_config.h"

using namespace mia;
using namespace mia::model;

namespace {

LlavaConfig read(const char* text) {
  return LlavaConfig::fromJson(parseJson(text, "config.json"), "config.json");
}

ErrorKind kindOf(const char* text) {
  try {
    read(text);
  } catch (const Error& error) {
    return error.kind();
  }
  return ErrorKind::kInternal;
}

}  // namespace

TEST_CASE("llava-1.5-7b-hf: what the file leaves out is LLaMA's and CLIP's default") {
  const LlavaConfig config =
      read(R"({"model_type": "llava", "image_token_index": 32000, "pad_token_id": 32001,
    "text_config": {"model_type": "llama", "max_position_embeddings": 4096, "rms_norm_eps": 1e-05, "vocab_size": 32064},
    "torch_dtype": "float16", "vision_feature_layer": -2, "vision_feature_select_strategy": "default",
    "vision_config": {"hidden_size": 1024, "image_size": 336, "intermediate_size": 4096,
      "model_type": "clip_vision_model", "num_attention_heads": 16, "num_hidden_layers": 24, "patch_size": 14,
      "projection_dim": 768, "vocab_size": 32000}})");
  CHECK(config.text.vocabularySize == 32064);
  CHECK(config.text.hiddenSize == 4096);
  CHECK(config.text.intermediateSize == 11008);
  CHECK(config.text.layers == 32);
  CHECK(config.text.kvHeads == 32);
  CHECK(config.text.headSize == 128);
  CHECK(config.text.rmsNormEps == 1e-5);
  CHECK(config.text.ropeTheta == 10000);
  CHECK(config.text.padTokenId == 32001);
  CHECK(config.vision.quickGelu);
  CHECK(config.tokensPerImage() == 576);
  CHECK(config.resolvedFeatureLayers() == std::vector<std::int64_t>{23});
  CHECK(config.dtype == "float16");
}

TEST_CASE("the original flat layout") {
  const LlavaConfig config =
      read(R"({"model_type": "llava", "hidden_size": 4096, "intermediate_size": 11008,
    "mm_hidden_size": 1024, "mm_projector_type": "mlp2x_gelu", "mm_vision_select_feature": "patch",
    "mm_vision_select_layer": -2, "mm_vision_tower": "openai/clip-vit-large-patch14-336",
    "num_attention_heads": 32, "num_hidden_layers": 32, "num_key_value_heads": 32, "rms_norm_eps": 1e-05,
    "rope_scaling": null, "max_position_embeddings": 4096, "torch_dtype": "float16", "vocab_size": 32000})");
  CHECK(config.imageTokenId == -200);
  CHECK(config.vision.layers == 24);
  CHECK(config.tokensPerImage() == 576);
}

TEST_CASE("what transformers 5 writes: rope_parameters, dtype, head_dim, tying at either level") {
  const LlavaConfig config =
      read(R"({"model_type": "llava", "dtype": "bfloat16", "image_token_id": 7,
    "text_config": {"vocab_size": 8, "head_dim": 6, "rope_parameters": {"rope_theta": 5000.0, "rope_type": "default"},
      "tie_word_embeddings": true, "eos_token_id": [2, 3]},
    "vision_feature_layer": [-2, 1], "vision_feature_select_strategy": "full"})");
  CHECK(config.text.ropeTheta == 5000);
  CHECK(config.text.headSize == 6);
  CHECK(config.tieWordEmbeddings);
  CHECK(config.imageTokenId == 7);
  CHECK(config.text.eosTokenIds == std::vector<std::int64_t>{2, 3});
  CHECK(config.featureSize() == 2048);
  CHECK(config.tokensPerImage() == 577);
  CHECK(LlavaConfig::fromJson(config.toJson(), "again").toJson() == config.toJson());
}

TEST_CASE("another architecture or an unknown variant is refused, nonsense too") {
  CHECK(kindOf(R"({"model_type": "qwen2_5_vl"})") == ErrorKind::kUnsupported);
  CHECK(kindOf(R"({"model_type": "llava", "text_config": {"model_type": "mistral"}})") ==
        ErrorKind::kUnsupported);
  CHECK(
      kindOf(
          R"({"model_type": "llava", "text_config": {"rope_scaling": {"type": "linear", "factor": 2}}})") ==
      ErrorKind::kUnsupported);
  CHECK(kindOf(R"({"model_type": "llava", "projector_hidden_act": "relu"})") ==
        ErrorKind::kUnsupported);
  CHECK(
      kindOf(
          R"({"model_type": "llava", "image_token_index": 32000, "text_config": {"vocab_size": 32000}})") ==
      ErrorKind::kBadInput);
  CHECK(kindOf(R"({"model_type": "llava", "text_config": {"vocab_size": "many"}})") ==
        ErrorKind::kBadInput);
  CHECK(kindOf(R"({"model_type": "llava", "vision_feature_layer": -30})") == ErrorKind::kBadInput);
}

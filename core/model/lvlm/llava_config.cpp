// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lvlm/llava_config.h"

#include "base/error.h"

namespace mia::model {
namespace {

Error unsupported(const std::string& where, const std::string& what) {
  return Error(ErrorKind::kUnsupported, where + ": " + what);
}

void requireWord(const Json& json, const char* key, const std::string& wanted,
                 const std::string& where) {
  const auto word = valueOr<std::string>(json, key, wanted, where);
  if (word != wanted) {
    throw unsupported(
        where, std::string(key) + " is \"" + word + "\"; only \"" + wanted + "\" is supported");
  }
}

std::optional<std::int64_t> optionalId(const Json& json, const char* key,
                                       const std::string& where) {
  const auto field = json.find(key);
  if (field == json.end() || field->is_null()) return std::nullopt;
  return require<std::int64_t>(json, key, where);
}

std::vector<std::int64_t> idOrList(const Json& json, const char* key, const std::string& where) {
  const auto field = json.find(key);
  if (field == json.end() || field->is_null()) return {};
  if (field->is_array()) return require<std::vector<std::int64_t>>(json, key, where);
  return {require<std::int64_t>(json, key, where)};
}

VisionConfig readVision(const Json& json, const std::string& where) {
  requireWord(json, "model_type", "clip_vision_model", where);
  VisionConfig vision;
  vision.hiddenSize = valueOr(json, "hidden_size", vision.hiddenSize, where);
  vision.intermediateSize = valueOr(json, "intermediate_size", vision.intermediateSize, where);
  vision.layers = valueOr(json, "num_hidden_layers", vision.layers, where);
  vision.heads = valueOr(json, "num_attention_heads", vision.heads, where);
  vision.channels = valueOr(json, "num_channels", vision.channels, where);
  vision.imageSize = valueOr(json, "image_size", vision.imageSize, where);
  vision.patchSize = valueOr(json, "patch_size", vision.patchSize, where);
  vision.layerNormEps = valueOr(json, "layer_norm_eps", vision.layerNormEps, where);
  const auto activation = valueOr<std::string>(json, "hidden_act", "quick_gelu", where);
  if (activation != "quick_gelu" && activation != "gelu") {
    throw unsupported(where, "hidden_act is \"" + activation + "\"; known are quick_gelu and gelu");
  }
  vision.quickGelu = activation == "quick_gelu";
  return vision;
}

// The tower of LLaVA-1.5, which a config without vision_config means.
VisionConfig clipLarge336() {
  VisionConfig vision;
  vision.hiddenSize = 1024;
  vision.intermediateSize = 4096;
  vision.layers = 24;
  vision.heads = 16;
  vision.imageSize = 336;
  vision.patchSize = 14;
  return vision;
}

// transformers 4 writes rope_theta and rope_scaling, 5 rope_parameters.
double readRopeTheta(const Json& json, const std::string& where) {
  for (const char* key : {"rope_scaling", "rope_parameters"}) {
    const Json rope = valueOr(json, key, Json::object(), where);
    const auto older = valueOr<std::string>(rope, "type", "default", where);
    const auto type = valueOr(rope, "rope_type", older, where);
    if (type != "default") {
      throw unsupported(where, "rotary positions of type \"" + type + "\" are not supported");
    }
  }
  const Json parameters = valueOr(json, "rope_parameters", Json::object(), where);
  return valueOr(parameters, "rope_theta", valueOr(json, "rope_theta", 10000.0, where), where);
}

TextConfig readText(const Json& json, const std::string& where) {
  requireWord(json, "hidden_act", "silu", where);
  TextConfig text;
  text.vocabularySize = valueOr(json, "vocab_size", text.vocabularySize, where);
  text.hiddenSize = valueOr(json, "hidden_size", text.hiddenSize, where);
  text.intermediateSize = valueOr(json, "intermediate_size", text.intermediateSize, where);
  text.layers = valueOr(json, "num_hidden_layers", text.layers, where);
  text.heads = valueOr(json, "num_attention_heads", text.heads, where);
  text.kvHeads = valueOr(json, "num_key_value_heads", text.heads, where);
  if (text.heads <= 0)
    throw Error(ErrorKind::kBadInput, where + ": num_attention_heads is not positive");
  text.headSize = valueOr(json, "head_dim", text.hiddenSize / text.heads, where);
  text.maxPositions = valueOr(json, "max_position_embeddings", text.maxPositions, where);
  text.rmsNormEps = valueOr(json, "rms_norm_eps", text.rmsNormEps, where);
  text.ropeTheta = readRopeTheta(json, where);
  text.attentionBias = valueOr(json, "attention_bias", false, where);
  text.mlpBias = valueOr(json, "mlp_bias", false, where);
  text.bosTokenId = optionalId(json, "bos_token_id", where);
  text.eosTokenIds = idOrList(json, "eos_token_id", where);
  text.padTokenId = optionalId(json, "pad_token_id", where);
  return text;
}

void readDtype(const Json& json, LlavaConfig& config, const std::string& where) {
  const auto older = valueOr<std::string>(json, "torch_dtype", "float32", where);
  config.dtype = valueOr(json, "dtype", older, where);
  if (config.dtype != "float32" && config.dtype != "float16" && config.dtype != "bfloat16") {
    throw unsupported(where, "weights of type \"" + config.dtype + "\" are not supported");
  }
}

LlavaConfig readOriginal(const Json& json, const std::string& where) {
  requireWord(json, "mm_projector_type", "mlp2x_gelu", where);
  requireWord(json, "mm_patch_merge_type", "flat", where);
  requireWord(json, "mm_vision_tower", "openai/clip-vit-large-patch14-336", where);
  LlavaConfig config;
  config.vision = clipLarge336();
  config.text = readText(json, where);
  config.imageTokenId = -200;  // the sentinel of the original code, outside the vocabulary
  config.featureLayers = {valueOr<std::int64_t>(json, "mm_vision_select_layer", -2, where)};
  const auto feature = valueOr<std::string>(json, "mm_vision_select_feature", "patch", where);
  if (feature != "patch" && feature != "cls_patch") {
    throw unsupported(where, "mm_vision_select_feature is \"" + feature + "\"");
  }
  config.keepClassToken = feature == "cls_patch";
  config.tieWordEmbeddings = valueOr(json, "tie_word_embeddings", false, where);
  return config;
}

LlavaConfig readHuggingFace(const Json& json, const std::string& where) {
  LlavaConfig config;
  const Json text = valueOr(json, "text_config", Json::object(), where);
  requireWord(text, "model_type", "llama", where + ", text_config");
  config.text = readText(text, where + ", text_config");
  const auto vision = json.find("vision_config");
  config.vision = vision == json.end() || vision->is_null()
                      ? clipLarge336()
                      : readVision(*vision, where + ", vision_config");
  requireWord(json, "projector_hidden_act", "gelu", where);
  const auto alias = valueOr<std::int64_t>(json, "image_token_id", 32000, where);
  config.imageTokenId = valueOr(json, "image_token_index", alias, where);
  if (json.contains("vision_feature_layer")) {
    config.featureLayers = idOrList(json, "vision_feature_layer", where);
    config.featureLayerIsList = json["vision_feature_layer"].is_array();
  }
  const auto strategy =
      valueOr<std::string>(json, "vision_feature_select_strategy", "default", where);
  if (strategy != "default" && strategy != "full") {
    throw unsupported(where, "vision_feature_select_strategy is \"" + strategy + "\"");
  }
  config.keepClassToken = strategy == "full";
  config.projectorBias = valueOr(json, "multimodal_projector_bias", true, where);
  config.tieWordEmbeddings = valueOr(json, "tie_word_embeddings", false, where) ||
                             valueOr(text, "tie_word_embeddings", false, where);
  if (const auto pad = optionalId(json, "pad_token_id", where)) config.text.padTokenId = pad;
  return config;
}

Json visionJson(const VisionConfig& vision) {
  return {{"model_type", "clip_vision_model"},
          {"hidden_size", vision.hiddenSize},
          {"intermediate_size", vision.intermediateSize},
          {"num_hidden_layers", vision.layers},
          {"num_attention_heads", vision.heads},
          {"num_channels", vision.channels},
          {"image_size", vision.imageSize},
          {"patch_size", vision.patchSize},
          {"layer_norm_eps", vision.layerNormEps},
          {"hidden_act", vision.quickGelu ? "quick_gelu" : "gelu"}};
}

Json textJson(const TextConfig& text) {
  Json json = {{"model_type", "llama"},
               {"vocab_size", text.vocabularySize},
               {"hidden_size", text.hiddenSize},
               {"intermediate_size", text.intermediateSize},
               {"num_hidden_layers", text.layers},
               {"num_attention_heads", text.heads},
               {"num_key_value_heads", text.kvHeads},
               {"head_dim", text.headSize},
               {"max_position_embeddings", text.maxPositions},
               {"rms_norm_eps", text.rmsNormEps},
               {"rope_theta", text.ropeTheta},
               {"rope_parameters", {{"rope_theta", text.ropeTheta}, {"rope_type", "default"}}},
               {"attention_bias", text.attentionBias},
               {"mlp_bias", text.mlpBias},
               {"hidden_act", "silu"}};
  if (text.bosTokenId) json["bos_token_id"] = *text.bosTokenId;
  if (text.eosTokenIds.size() == 1) json["eos_token_id"] = text.eosTokenIds[0];
  if (text.eosTokenIds.size() > 1) json["eos_token_id"] = text.eosTokenIds;
  if (text.padTokenId) json["pad_token_id"] = *text.padTokenId;
  return json;
}

}  // namespace

LlavaConfig LlavaConfig::fromJson(const Json& json, const std::string& where) {
  if (!json.is_object()) throw Error(ErrorKind::kBadInput, where + " is not a JSON object");
  const auto type = valueOr<std::string>(json, "model_type", "", where);
  if (type != "llava" && type != "llava_llama") {
    throw Error(ErrorKind::kUnsupported, where + " describes a model of type \"" + type + "\"",
                "Supported is the LLaVA-1.5 architecture (model_type \"llava\")");
  }
  const bool original = json.contains("mm_vision_tower") && !json.contains("text_config");
  LlavaConfig config = original ? readOriginal(json, where) : readHuggingFace(json, where);
  readDtype(json, config, where);
  config.check(where);
  return config;
}

LlavaConfig LlavaConfig::load(const std::filesystem::path& modelFolder) {
  const std::filesystem::path file = modelFolder / "config.json";
  return fromJson(readJsonFile(file), file.string());
}

Json LlavaConfig::toJson() const {
  Json json = {{"architectures", {"LlavaForConditionalGeneration"}},
               {"model_type", "llava"},
               {"dtype", dtype},
               {"torch_dtype", dtype},
               {"image_token_index", imageTokenId},
               {"image_seq_length", tokensPerImage()},
               {"multimodal_projector_bias", projectorBias},
               {"projector_hidden_act", "gelu"},
               {"tie_word_embeddings", tieWordEmbeddings},
               {"vision_feature_select_strategy", keepClassToken ? "full" : "default"},
               {"text_config", textJson(text)},
               {"vision_config", visionJson(vision)}};
  json["vision_feature_layer"] =
      featureLayerIsList ? Json(featureLayers) : Json(featureLayers.at(0));
  json["text_config"]["tie_word_embeddings"] = tieWordEmbeddings;
  json["text_config"]["dtype"] = dtype;
  if (text.padTokenId) json["pad_token_id"] = *text.padTokenId;
  return json;
}

std::int64_t LlavaConfig::tokensPerImage() const {
  const std::int64_t side = vision.patchesPerSide();
  return side * side + (keepClassToken ? 1 : 0);
}

std::int64_t LlavaConfig::featureSize() const {
  return vision.hiddenSize * static_cast<std::int64_t>(featureLayers.size());
}

std::vector<std::int64_t> LlavaConfig::resolvedFeatureLayers() const {
  std::vector<std::int64_t> layers;
  for (const std::int64_t layer : featureLayers) {
    layers.push_back(layer < 0 ? vision.layers + 1 + layer : layer);
  }
  return layers;
}

void LlavaConfig::check(const std::string& where) const {
  const auto need = [&](bool ok, const char* rule) {
    if (!ok) throw Error(ErrorKind::kBadInput, where + " contradicts itself: " + rule);
  };
  for (const std::int64_t size :
       {vision.hiddenSize, vision.intermediateSize, vision.layers, vision.heads, vision.channels,
        vision.imageSize, vision.patchSize, text.vocabularySize, text.hiddenSize,
        text.intermediateSize, text.layers, text.heads, text.kvHeads, text.headSize,
        text.maxPositions}) {
    need(size > 0, "every size must be positive");
  }
  need(vision.hiddenSize % vision.heads == 0, "the tower's heads must divide its hidden size");
  need(vision.patchSize <= vision.imageSize, "a patch is larger than the picture");
  need(text.heads % text.kvHeads == 0, "key/value heads must divide the query heads");
  need(text.headSize % 2 == 0, "rotary positions need an even head size");
  need(imageTokenId < text.vocabularySize, "the image token lies outside the vocabulary");
  need(!featureLayers.empty(), "there must be a vision feature layer");
  for (const std::int64_t layer : resolvedFeatureLayers()) {
    need(layer >= 0 && layer <= vision.layers, "the vision feature layer does not exist");
  }
}

}  // namespace mia::model

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lora/peft_files.h"

#include <map>
#include <set>

#include "base/error.h"
#include "base/files.h"
#include "base/json.h"
#include "model/lora/factors.h"
#include "model/weights/key_names.h"
#include "model/weights/safetensors.h"

namespace mia::model {
namespace {

constexpr const char* kPrefix = "base_model.model.";

struct FactorPair {
  torch::Tensor a;
  torch::Tensor b;
};

void refuse(const std::string& where, const std::string& what) {
  throw Error(ErrorKind::kUnsupported, where + ": " + what + " is not supported");
}

// Whatever would change the numbers in a way that this program does not compute.
void refuseOtherKinds(const Json& json, const std::string& where) {
  const auto peftType = require<std::string>(json, "peft_type", where);
  if (peftType != "LORA") refuse(where, "an adapter of type " + peftType);
  for (const char* key : {"use_dora", "lora_bias", "fan_in_fan_out", "use_qalora", "use_bdlora"}) {
    if (valueOr(json, key, false, where)) refuse(where, key);
  }
  if (valueOr<std::string>(json, "bias", "none", where) != "none") refuse(where, "a trained bias");
  for (const char* key : {"rank_pattern", "alpha_pattern", "modules_to_save", "layer_replication",
                          "target_parameters", "trainable_token_indices", "alora_invocation_tokens",
                          "arrow_config"}) {
    const auto field = json.find(key);
    if (field != json.end() && !field->is_null() && !field->empty()) refuse(where, key);
  }
}

LoraConfig readConfig(const std::filesystem::path& file) {
  const std::string where = file.string();
  const Json json = readJsonFile(file);
  refuseOtherKinds(json, where);
  LoraConfig config;
  config.r = valueOr(json, "r", config.r, where);
  config.alpha = valueOr(json, "lora_alpha", config.alpha, where);
  config.dropout = valueOr(json, "lora_dropout", config.dropout, where);
  config.useRslora = valueOr(json, "use_rslora", false, where);
  return config;
}

// Every path as it is, for adapters that reach beyond the decoder.
std::string pathsPattern(const std::vector<std::string>& modules) {
  std::string paths;
  for (const std::string& path : modules) paths += (paths.empty() ? "(" : "|") + path;
  return paths + ")";
}

// A regular expression rather than a list of names: a list would also match the vision tower's
// projections when PEFT loads it, unless they are adapted indeed.
std::string targetPattern(const LoraConfig& config, const std::vector<std::string>& modules) {
  const bool decoderOnly = std::all_of(modules.begin(), modules.end(), [](const std::string& path) {
    return path.starts_with("model.language_model.");
  });
  if (!decoderOnly) return pathsPattern(modules);
  std::string names;
  for (const std::string& name : config.targetModules) names += (names.empty() ? "" : "|") + name;
  return ".*language_model.*\\.(" + names + ")";
}

Json configJson(const LoraReport& report, const std::string& baseModel) {
  const LoraConfig& config = report.config;
  const bool whole = config.alpha == static_cast<double>(static_cast<std::int64_t>(config.alpha));
  return {
      {"peft_type", "LORA"},
      {"task_type", "CAUSAL_LM"},
      {"base_model_name_or_path", baseModel.empty() ? Json() : Json(baseModel)},
      {"revision", Json()},
      {"inference_mode", true},
      {"r", config.r},
      {"lora_alpha", whole ? Json(static_cast<std::int64_t>(config.alpha)) : Json(config.alpha)},
      {"lora_dropout", config.dropout},
      {"target_modules", targetPattern(config, report.modules)},
      {"exclude_modules", Json()},
      {"bias", "none"},
      {"fan_in_fan_out", false},
      {"init_lora_weights", true},
      {"use_rslora", config.useRslora},
      {"use_dora", false},
      {"lora_bias", false},
      {"modules_to_save", Json()},
      {"layers_to_transform", Json()},
      {"layers_pattern", Json()},
      {"rank_pattern", Json::object()},
      {"alpha_pattern", Json::object()},
      {"auto_mapping", Json()}};
}

// "base_model.model.<path>.lora_A.weight" -> canonical path and whether it is A.
std::pair<std::string, bool> parseKey(const std::string& key, const std::string& where) {
  for (const auto& [suffix, isA] : {std::pair(std::string(".lora_A.weight"), true),
                                    std::pair(std::string(".lora_B.weight"), false)}) {
    if (!key.starts_with(kPrefix) || !key.ends_with(suffix)) continue;
    const std::string path = key.substr(std::string(kPrefix).size());
    return {canonicalName(path.substr(0, path.size() - suffix.size())), isA};
  }
  throw Error(ErrorKind::kBadInput,
              where + " holds \"" + key + "\", which is no part of a LoRA adapter");
}

std::map<std::string, FactorPair> readPairs(const std::filesystem::path& file) {
  const SafeTensors tensors = SafeTensors::open(file);
  std::map<std::string, FactorPair> pairs;
  for (const std::string& key : tensors.names()) {
    const auto [path, isA] = parseKey(key, file.string());
    torch::Tensor& place = isA ? pairs[path].a : pairs[path].b;
    if (place.defined()) {
      throw Error(ErrorKind::kBadInput, file.string() + " adapts " + path + " twice");
    }
    // A copy: the adapter will be trained and must not keep the file mapped.
    place = tensors.tensor(key).to(torch::kFloat).clone();
  }
  if (pairs.empty()) throw Error(ErrorKind::kBadInput, file.string() + " holds no adapter");
  return pairs;
}

void checkPair(const FactorPair& pair, const Linear& linear, std::int64_t r,
               const std::string& path, const std::string& where) {
  if (!pair.a.defined() || !pair.b.defined()) {
    throw Error(ErrorKind::kBadInput, where + " holds only one factor of " + path);
  }
  if (pair.a.sizes() != at::IntArrayRef({r, linear.in()}) ||
      pair.b.sizes() != at::IntArrayRef({linear.out(), r})) {
    throw Error(ErrorKind::kBadInput, where + ": the factors of " + path +
                                          " do not fit the model and the rank " +
                                          std::to_string(r));
  }
}

}  // namespace

LoraReport savePeft(const Llava& model, const LoraConfig& config,
                    const std::filesystem::path& folder, const std::string& baseModel) {
  NamedTensors tensors;
  LoraReport report{config, {}, 0};
  for (const auto& [path, linear] : namedLinears(model)) {
    if (!linear->adapter()) continue;
    tensors.emplace_back(kPrefix + path + ".lora_A.weight", linear->adapter()->a->weight.detach());
    tensors.emplace_back(kPrefix + path + ".lora_B.weight", linear->adapter()->b->weight.detach());
    report.modules.push_back(path);
  }
  if (tensors.empty()) throw Error(ErrorKind::kUsage, "The model has no adapter to save");
  std::sort(report.modules.begin(), report.modules.end());
  report.total = report.modules.size();
  std::filesystem::create_directories(folder);
  writeSafeTensors(folder / "adapter_model.safetensors", tensors);
  writeFileAtomically(folder / "adapter_config.json", configJson(report, baseModel).dump(2) + "\n");
  return report;
}

LoraReport loadPeft(Llava& model, const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "adapter_model.safetensors";
  LoraReport report{readConfig(folder / "adapter_config.json"), {}, 0};
  const std::map<std::string, FactorPair> pairs = readPairs(file);
  requireNoAdapters(model);
  std::map<std::string, std::shared_ptr<Linear>> linears;
  for (const auto& [path, linear] : namedLinears(model)) linears.emplace(path, linear);
  std::set<std::string> targets;
  for (const auto& [path, pair] : pairs) {
    const auto found = linears.find(path);
    if (found == linears.end()) {
      throw Error(ErrorKind::kBadInput,
                  file.string() + " adapts \"" + path + "\", which this model does not have");
    }
    checkPair(pair, *found->second, report.config.r, path, file.string());
    targets.insert(path.substr(path.rfind('.') + 1));
    report.modules.push_back(path);
  }
  report.config.targetModules.assign(targets.begin(), targets.end());
  report.total = pairs.size();
  for (const auto& [path, pair] : pairs) {
    attachFactors(model, *linears.at(path), report.config, pair.a, pair.b);
  }
  freezeBase(model);
  return report;
}

}  // namespace mia::model

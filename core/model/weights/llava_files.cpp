// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/weights/llava_files.h"

#include <map>
#include <set>

#include "base/error.h"
#include "base/files.h"
#include "model/weights/key_names.h"
#include "model/weights/safetensors.h"

namespace mia::model {
namespace {

// Canonical name -> name in the file.
std::map<std::string, std::string> canonicalNames(const SafeTensors& file,
                                                  const std::string& where) {
  std::map<std::string, std::string> names;
  for (const std::string& name : file.names()) {
    const std::string canonical = canonicalName(name);
    if (isBuffer(canonical)) continue;
    const auto [place, isNew] = names.emplace(canonical, name);
    if (!isNew) {
      throw Error(ErrorKind::kBadInput, where + " holds the same tensor as \"" + place->second +
                                            "\" and \"" + name + "\"");
    }
  }
  return names;
}

std::string listOf(const std::vector<std::string>& names) {
  constexpr std::size_t kShown = 5;
  std::string list;
  for (std::size_t i = 0; i < names.size() && i < kShown; ++i) {
    list += (i > 0 ? ", " : "") + names[i];
  }
  if (names.size() > kShown) list += " and " + std::to_string(names.size() - kShown) + " more";
  return list;
}

void checkNames(const std::map<std::string, torch::Tensor>& parameters,
                const std::map<std::string, std::string>& names, const std::string& where) {
  std::vector<std::string> missing, unexpected;
  for (const auto& [name, parameter] : parameters) {
    if (names.count(name) == 0 && !isOptional(name)) missing.push_back(name);
  }
  for (const auto& [canonical, name] : names) {
    if (parameters.count(canonical) == 0) unexpected.push_back(name);
  }
  if (!missing.empty()) {
    throw Error(ErrorKind::kBadInput, where + " lacks the tensors " + listOf(missing));
  }
  if (!unexpected.empty()) {
    throw Error(ErrorKind::kBadInput,
                where + " holds tensors that its config does not call for: " + listOf(unexpected));
  }
}

// transformers ties only what the file does not contradict: two different tables stay two.
void settleTying(LlavaConfig& config, const SafeTensors& file,
                 std::map<std::string, std::string>& names) {
  const auto head = names.find("lm_head.weight");
  const auto table = names.find("model.language_model.embed_tokens.weight");
  if (!config.tieWordEmbeddings || head == names.end()) return;
  if (table == names.end()) {
    names["model.language_model.embed_tokens.weight"] = head->second;
    names.erase(head);
  } else if (torch::equal(file.tensor(head->second), file.tensor(table->second))) {
    names.erase(head);
  } else {
    config.tieWordEmbeddings = false;
  }
}

std::string wordFor(torch::ScalarType type) {
  switch (type) {
    case torch::kFloat: return "float32";
    case torch::kHalf: return "float16";
    case torch::kBFloat16: return "bfloat16";
    default:
      throw Error(ErrorKind::kUnsupported, "A model cannot be written in this type of number");
  }
}

}  // namespace

std::shared_ptr<Llava> loadLlava(const std::filesystem::path& folder, torch::ScalarType type,
                                 torch::Device device) {
  LlavaConfig config = LlavaConfig::load(folder);
  const SafeTensors file = SafeTensors::openFolder(folder);
  const std::string where = folder.string();
  std::map<std::string, std::string> names = canonicalNames(file, where);
  settleTying(config, file, names);
  auto model = std::make_shared<Llava>(config, type, device);
  const std::map<std::string, torch::Tensor> parameters = namedParameters(*model);
  checkNames(parameters, names, where);
  const torch::NoGradGuard noGradients;
  for (const auto& [canonical, name] : names) {
    torch::Tensor parameter = parameters.at(canonical);
    const torch::Tensor value = file.tensor(name);
    if (value.sizes() != parameter.sizes()) {
      throw Error(ErrorKind::kBadInput,
                  where + ": \"" + name + "\" has the shape " + c10::str(value.sizes()) +
                      ", but the config calls for " + c10::str(parameter.sizes()));
    }
    parameter.copy_(value);
  }
  model->eval();
  return model;
}

void saveLlava(const Llava& model, const std::filesystem::path& folder, torch::ScalarType type) {
  LlavaConfig config = model.config();
  config.dtype = wordFor(type);
  NamedTensors tensors;
  for (const auto& [name, parameter] : namedParameters(model)) {
    if (name.find(".lora_") != std::string::npos) continue;
    tensors.emplace_back(savedName(name), parameter.detach().to(type));
  }
  std::filesystem::create_directories(folder);
  writeSafeTensors(folder / "model.safetensors", tensors);
  writeFileAtomically(folder / "config.json", config.toJson().dump(2) + "\n");
}

}  // namespace mia::model

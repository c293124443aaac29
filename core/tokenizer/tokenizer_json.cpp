// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "tokenizer/description.h"

namespace mia::tokenizer {
namespace {

[[noreturn]] void refuse(const std::string& where, const std::string& what) {
  throw Error(
      ErrorKind::kUnsupported, where + " is not a LLaMA tokenizer: " + what,
      "If the folder has a tokenizer.model as well, that is used when tokenizer.json is not "
      "there");
}

std::string typeOf(const Json& component) {
  return component.is_object() ? component.value("type", "") : "";
}

// The parts of a component that may be null, one thing, or a Sequence of things under `list`.
std::vector<Json> parts(const Json& file, const char* key, const char* list) {
  const auto component = file.find(key);
  if (component == file.end() || component->is_null()) return {};
  if (typeOf(*component) != "Sequence") return {*component};
  return component->value(list, std::vector<Json>());
}

void readVocabulary(Description& tokenizer, const Json& model, const std::string& where) {
  const auto vocabulary = require<Json>(model, "vocab", where);
  for (const auto& [piece, value] : vocabulary.items()) {
    const int id = value.is_number_integer() ? value.get<int>() : -1;
    if (id < 0) throw Error(ErrorKind::kBadInput, where + ": \"" + piece + "\" has no id");
    if (static_cast<std::size_t>(id) >= tokenizer.pieces.size()) {
      tokenizer.pieces.resize(static_cast<std::size_t>(id) + 1);
    }
    tokenizer.pieces[static_cast<std::size_t>(id)] = piece;
  }
}

// Merges are pairs, in older files strings with one blank between the two.
void readMerges(Description& tokenizer, const Json& model, const std::string& where) {
  for (const Json& merge : require<Json>(model, "merges", where)) {
    if (merge.is_array() && merge.size() == 2 && merge[0].is_string() && merge[1].is_string()) {
      tokenizer.merges.emplace_back(merge[0], merge[1]);
      continue;
    }
    const std::string text = merge.is_string() ? merge.get<std::string>() : "";
    const std::size_t blank = text.find(' ');
    if (blank == text.npos) throw Error(ErrorKind::kBadInput, where + ": a merge is not a pair");
    tokenizer.merges.emplace_back(text.substr(0, blank), text.substr(blank + 1));
  }
}

void readModel(Description& tokenizer, const Json& model, const std::string& where) {
  if (typeOf(model) != "BPE") refuse(where, "its model is not BPE");
  if (!model.value("byte_fallback", false)) refuse(where, "its model has no byte fallback");
  if (model.value("ignore_merges", false)) refuse(where, "its model ignores merges");
  readVocabulary(tokenizer, model, where);
  readMerges(tokenizer, model, where);
  const int unknown = tokenizer.idOf(valueOr<std::string>(model, "unk_token", "<unk>", where));
  tokenizer.unknownId = std::max(unknown, 0);
}

Prefix prefixOf(const Json& file, const std::string& where) {
  Prefix prefix = Prefix::kNever;
  for (const Json& part : parts(file, "normalizer", "normalizers")) {
    const std::string type = typeOf(part);
    if (type == "Prepend") {
      prefix = Prefix::kEachAlways;
    } else if (type != "Replace") {
      refuse(where, "its normalizer holds " + type);
    }
  }
  for (const Json& part : parts(file, "pre_tokenizer", "pretokenizers")) {
    if (typeOf(part) != "Metaspace" || part.value("split", true)) {
      refuse(where, "its pre-tokenizer splits text (" + typeOf(part) + ")");
    }
    const std::string scheme = part.value("prepend_scheme", "always");
    prefix = scheme == "first"   ? Prefix::kFirst
             : scheme == "never" ? Prefix::kNever
                                 : Prefix::kEach;
  }
  return prefix;
}

// BOS and EOS: the special tokens before and behind the text in the template.
void readTemplate(Description& tokenizer, const Json& file, const std::string& where) {
  for (const Json& part : parts(file, "post_processor", "processors")) {
    if (typeOf(part) != "TemplateProcessing")
      refuse(where, "its post-processor is " + typeOf(part));
    bool behind = false;
    for (const Json& item : part.value("single", std::vector<Json>())) {
      if (item.contains("Sequence")) {
        behind = true;
        continue;
      }
      const int id = tokenizer.idOf(item.at("SpecialToken").value("id", ""));
      (behind ? tokenizer.addEos : tokenizer.addBos) = true;
      (behind ? tokenizer.eosId : tokenizer.bosId) = id;
    }
  }
}

}  // namespace

Description readTokenizerJson(const std::filesystem::path& file) {
  const std::string where = file.string();
  const Json json = readJsonFile(file);
  Description tokenizer;
  readModel(tokenizer, require<Json>(json, "model", where), where);
  for (const Json& token : json.value("added_tokens", std::vector<Json>())) {
    tokenizer.add(addedTokenFromJson(token, require<int>(token, "id", where), where));
  }
  tokenizer.prefix = prefixOf(json, where);
  const auto decoders = parts(json, "decoder", "decoders");
  tokenizer.stripFirst = std::any_of(decoders.begin(), decoders.end(), [](const Json& part) {
    return typeOf(part) == "Strip" && part.value("start", 0) == 1;
  });
  readTemplate(tokenizer, json, where);
  return tokenizer;
}

}  // namespace mia::tokenizer

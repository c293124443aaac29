// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenizer/description.h"

#include <algorithm>
#include <cstdio>

#include "tokenizer/sentencepiece.h"

namespace mia::tokenizer {
namespace {

// transformers' LlamaTokenizer over a bare tokenizer.model.
Description describeSentencePiece(const std::filesystem::path& file) {
  SentencePieceVocabulary vocabulary = readSentencePiece(file);
  Description tokenizer;
  tokenizer.merges = Bpe::mergesOf(vocabulary.pieces);
  tokenizer.pieces = std::move(vocabulary.pieces);
  tokenizer.unknownId = vocabulary.unknownId;
  tokenizer.bosId = vocabulary.bosId;
  tokenizer.eosId = vocabulary.eosId;
  vocabulary.control.push_back(vocabulary.unknownId);
  for (const int id : vocabulary.control) {
    tokenizer.add({id, tokenizer.pieces.at(static_cast<std::size_t>(id))});
  }
  return tokenizer;
}

// A token that the configuration names: as a string, or as an object with its content. One that the
// vocabulary does not hold gets the next free id, as transformers does.
int named(Description& tokenizer, const Json& config, const char* key, int fallback) {
  const auto field = config.find(key);
  if (field == config.end() || field->is_null()) return fallback;
  std::string content;
  if (field->is_object()) content = field->value("content", "");
  if (field->is_string()) content = field->get<std::string>();
  if (content.empty()) return fallback;
  const auto known =
      std::find_if(tokenizer.added.begin(), tokenizer.added.end(),
                   [&](const AddedToken& token) { return token.content == content; });
  if (known != tokenizer.added.end()) return known->id;
  int id = tokenizer.idOf(content);
  if (id < 0) id = tokenizer.size();
  tokenizer.add({id, content});
  return id;
}

void readAddedTokens(Description& tokenizer, const Json& config, const std::string& where) {
  const auto decoder = config.find("added_tokens_decoder");
  if (decoder == config.end()) return;
  for (const auto& [key, value] : decoder->items()) {
    int id = -1;
    if (std::sscanf(key.c_str(), "%d", &id) != 1 || id < 0) {
      throw Error(ErrorKind::kBadInput, where + ": \"" + key + "\" is not the id of a token");
    }
    tokenizer.add(addedTokenFromJson(value, id, where));
  }
}

void readConfig(Description& tokenizer, const Json& config, const std::string& where) {
  readAddedTokens(tokenizer, config, where);
  tokenizer.bosId = named(tokenizer, config, "bos_token", tokenizer.bosId);
  tokenizer.eosId = named(tokenizer, config, "eos_token", tokenizer.eosId);
  named(tokenizer, config, "unk_token", -1);
  tokenizer.padId = named(tokenizer, config, "pad_token", tokenizer.padId);
  // Either of the two, when it is there, replaces what tokenizer.json adds at both ends.
  if (config.contains("add_bos_token") || config.contains("add_eos_token")) {
    tokenizer.addBos = valueOr(config, "add_bos_token", false, where);
    tokenizer.addEos = valueOr(config, "add_eos_token", false, where);
  }
}

// What LlamaTokenizer makes of its two switches; a tokenizer.json says it by itself.
void readPrefix(Description& tokenizer, const Json& config, const std::string& where) {
  if (!valueOr(config, "add_prefix_space", true, where)) {
    tokenizer.prefix = Prefix::kNever;
    tokenizer.stripFirst = false;
  } else if (valueOr(config, "legacy", false, where)) {
    tokenizer.prefix = Prefix::kEach;
  }
}

}  // namespace

int Description::idOf(std::string_view content) const {
  for (const AddedToken& token : added) {
    if (token.content == content) return token.id;
  }
  const auto piece = std::find(pieces.begin(), pieces.end(), content);
  return piece == pieces.end() ? -1 : static_cast<int>(piece - pieces.begin());
}

void Description::add(AddedToken token) {
  std::erase_if(added, [&](const AddedToken& old) { return old.id == token.id; });
  added.push_back(std::move(token));
}

int Description::size() const {
  int size = static_cast<int>(pieces.size());
  for (const AddedToken& token : added) size = std::max(size, token.id + 1);
  return size;
}

AddedToken addedTokenFromJson(const Json& json, int id, const std::string& where) {
  if (valueOr(json, "single_word", false, where)) {
    throw Error(ErrorKind::kUnsupported,
                where + ": added token " + std::to_string(id) + " asks for \"single_word\"");
  }
  return {id, require<std::string>(json, "content", where), valueOr(json, "special", false, where),
          valueOr(json, "lstrip", false, where), valueOr(json, "rstrip", false, where)};
}

Description describe(const std::filesystem::path& modelDir) {
  const auto fast = modelDir / "tokenizer.json";
  const bool isFast = std::filesystem::exists(fast);
  Description tokenizer =
      isFast ? readTokenizerJson(fast) : describeSentencePiece(modelDir / "tokenizer.model");
  const auto file = modelDir / "tokenizer_config.json";
  if (std::filesystem::exists(file)) {
    const Json config = readJsonFile(file);
    readConfig(tokenizer, config, file.string());
    if (!isFast) readPrefix(tokenizer, config, file.string());
  }
  if (tokenizer.padId < 0) tokenizer.padId = tokenizer.unknownId;
  return tokenizer;
}

}  // namespace mia::tokenizer

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenizer/tokenizer.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/files.h"
#include "tokenizer/sentencepiece.h"

namespace mia::tokenizer {
namespace {

constexpr std::string_view kBlank = "▁";
constexpr std::string_view kReplacement = "\xef\xbf\xbd";  // U+FFFD

bool isBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string replaceAll(std::string_view text, std::string_view from, std::string_view to) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at).starts_with(from)) {
      result += to;
      at += from.size();
    } else {
      result += text[at++];
    }
  }
  return result;
}

bool isUtf8(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t length = characterLength(bytes);
    if (length == 1 && static_cast<unsigned char>(bytes[0]) >= 0x80) return false;
    bytes.remove_prefix(length);
  }
  return true;
}

// A run of byte tokens: the characters that they spell, or one U+FFFD for each of them.
void appendBytes(std::string& bytes, std::string& text) {
  if (isUtf8(bytes)) {
    text += bytes;
  } else {
    for (std::size_t i = 0; i < bytes.size(); ++i) text += kReplacement;
  }
  bytes.clear();
}

AddedToken addedTokenFromJson(const Json& json, int id, const std::string& where) {
  if (valueOr(json, "single_word", false, where)) {
    throw Error(ErrorKind::kUnsupported,
                where + ": added token " + std::to_string(id) + " asks for \"single_word\"");
  }
  return {id, require<std::string>(json, "content", where), valueOr(json, "special", false, where),
          valueOr(json, "lstrip", false, where), valueOr(json, "rstrip", false, where)};
}

}  // namespace

Tokenizer Tokenizer::load(const std::filesystem::path& modelDir) {
  SentencePieceVocabulary vocabulary = readSentencePiece(modelDir / "tokenizer.model");
  const Bpe::Merges merges = Bpe::mergesOf(vocabulary.pieces);
  Tokenizer tokenizer(Bpe(vocabulary.pieces, merges, vocabulary.unknownId));
  tokenizer.size_ = tokenizer.bpe_.size();
  tokenizer.bosId_ = vocabulary.bosId;
  tokenizer.eosId_ = vocabulary.eosId;
  tokenizer.padId_ = vocabulary.unknownId;
  tokenizer.addToken(
      {vocabulary.unknownId, vocabulary.pieces.at(static_cast<std::size_t>(vocabulary.unknownId))});
  for (const int id : vocabulary.control) {
    tokenizer.addToken({id, vocabulary.pieces[static_cast<std::size_t>(id)]});
  }
  const auto file = modelDir / "tokenizer_config.json";
  if (std::filesystem::exists(file)) tokenizer.readConfig(readJsonFile(file), file.string());
  tokenizer.finish();
  return tokenizer;
}

void Tokenizer::readConfig(const Json& config, const std::string& where) {
  if (const auto decoder = config.find("added_tokens_decoder"); decoder != config.end()) {
    for (const auto& [key, value] : decoder->items()) {
      int id = -1;
      if (std::sscanf(key.c_str(), "%d", &id) != 1 || id < 0) {
        throw Error(ErrorKind::kBadInput, where + ": \"" + key + "\" is not the id of a token");
      }
      addToken(addedTokenFromJson(value, id, where));
    }
  }
  bosId_ = addNamed(config, "bos_token", bosId_);
  eosId_ = addNamed(config, "eos_token", eosId_);
  addNamed(config, "unk_token", -1);
  padId_ = addNamed(config, "pad_token", padId_);
  addBos_ = valueOr(config, "add_bos_token", false, where);
  addEos_ = valueOr(config, "add_eos_token", false, where);
  if (!valueOr(config, "add_prefix_space", true, where)) {
    prefix_ = Prefix::kNever;
    stripFirst_ = false;
  } else if (valueOr(config, "legacy", false, where)) {
    prefix_ = Prefix::kEach;
  }
}

// A token that the configuration names: as a string, or as an object with its content. One that the
// vocabulary does not hold gets the next free id, as transformers does.
int Tokenizer::addNamed(const Json& config, const char* key, int fallback) {
  const auto field = config.find(key);
  if (field == config.end() || field->is_null()) return fallback;
  const std::string content = field->is_object()   ? field->value("content", std::string())
                              : field->is_string() ? field->get<std::string>()
                                                   : std::string();
  if (content.empty()) return fallback;
  int id = idOf(content);
  if (id < 0) id = size_;
  if (added(id) == nullptr) addToken({id, content});
  return id;
}

void Tokenizer::addToken(AddedToken token) {
  size_ = std::max(size_, token.id + 1);
  std::erase_if(added_, [&](const AddedToken& old) { return old.id == token.id; });
  added_.push_back(std::move(token));
}

void Tokenizer::finish() {
  const int image = idOf("<image>");
  if (image >= 0) {
    imageId_ = image;
  } else {
    // The original LLaVA tokenizes the text around each image by itself.
    added_.push_back({kImageSentinel, "<image>"});
    if (prefix_ == Prefix::kFirst) prefix_ = Prefix::kEach;
  }
  std::stable_sort(added_.begin(), added_.end(), [](const AddedToken& a, const AddedToken& b) {
    return a.content.size() > b.content.size();
  });
}

const AddedToken* Tokenizer::added(int id) const {
  const auto found =
      std::find_if(added_.begin(), added_.end(), [&](const AddedToken& t) { return t.id == id; });
  return found == added_.end() ? nullptr : &*found;
}

int Tokenizer::idOf(std::string_view content) const {
  for (const AddedToken& token : added_) {
    if (token.content == content) return token.id;
  }
  return bpe_.idOf(content);
}

bool Tokenizer::isSpecial(int id) const {
  const AddedToken* token = added(id);
  return token != nullptr && token->special;
}

// The leftmost added token from `from` on, the longest of those that start there.
bool Tokenizer::findAdded(std::string_view text, std::size_t from, Match& match) const {
  for (std::size_t at = from; at < text.size(); ++at) {
    for (const AddedToken& token : added_) {
      if (!text.substr(at).starts_with(token.content)) continue;
      match = {at, at + token.content.size(), token.id};
      while (token.lstrip && match.begin > from && isBlank(text[match.begin - 1])) --match.begin;
      while (token.rstrip && match.end < text.size() && isBlank(text[match.end])) ++match.end;
      return true;
    }
  }
  return false;
}

void Tokenizer::appendText(std::string_view text, bool first, std::vector<int>& ids) const {
  if (text.empty()) return;
  std::string segment = replaceAll(text, " ", kBlank);
  const bool wanted = prefix_ == Prefix::kEachAlways || prefix_ == Prefix::kEach ||
                      (prefix_ == Prefix::kFirst && first);
  if (wanted && (prefix_ == Prefix::kEachAlways || !segment.starts_with(kBlank))) {
    segment.insert(0, kBlank);
  }
  const std::vector<int> encoded = bpe_.encode(segment);
  ids.insert(ids.end(), encoded.begin(), encoded.end());
}

std::vector<int> Tokenizer::encodeSegments(std::string_view text, bool continuation) const {
  std::vector<int> ids;
  std::size_t at = 0;
  Match match{};
  while (findAdded(text, at, match)) {
    appendText(text.substr(at, match.begin - at), at == 0 && !continuation, ids);
    ids.push_back(match.id);
    at = match.end;
  }
  appendText(text.substr(at), at == 0 && !continuation, ids);
  return ids;
}

std::vector<int> Tokenizer::encode(std::string_view text) const {
  std::vector<int> ids = encodeSegments(text, false);
  if (addBos_ && bosId_ >= 0) ids.insert(ids.begin(), bosId_);
  if (addEos_ && eosId_ >= 0) ids.push_back(eosId_);
  return ids;
}

std::vector<int> Tokenizer::encodeContinuation(std::string_view text) const {
  return encodeSegments(text, true);
}

std::vector<int> Tokenizer::encodeAnswer(std::string_view answer) const {
  std::vector<int> ids = encodeContinuation(" " + std::string(answer));
  if (eosId_ >= 0) ids.push_back(eosId_);
  return ids;
}

std::string Tokenizer::decode(std::span<const int> ids, bool withSpecial) const {
  std::string text;
  std::string bytes;
  for (const int id : ids) {
    const AddedToken* token = added(id);
    if (token != nullptr && token->special && !withSpecial) continue;
    if (token == nullptr && (id < 0 || id >= bpe_.size())) {
      throw Error(
          ErrorKind::kBadInput,
          "token " + std::to_string(id) + " is outside the vocabulary of " + std::to_string(size_));
    }
    const int byte = token == nullptr ? bpe_.byteOf(id) : -1;
    if (byte >= 0) {
      bytes += static_cast<char>(byte);
      continue;
    }
    appendBytes(bytes, text);
    text += replaceAll(token != nullptr ? token->content : bpe_.piece(id), kBlank, " ");
  }
  appendBytes(bytes, text);
  if (stripFirst_ && text.starts_with(' ')) text.erase(0, 1);
  return text;
}

std::string Tokenizer::piece(int id) const {
  if (const AddedToken* token = added(id)) return token->content;
  if (id < 0 || id >= bpe_.size()) {
    throw Error(ErrorKind::kBadInput, "token " + std::to_string(id) +
                                          " is outside the vocabulary of " + std::to_string(size_));
  }
  const int byte = bpe_.byteOf(id);
  if (byte >= 0 && byte < 0x80) return std::string(1, static_cast<char>(byte));
  return replaceAll(bpe_.piece(id), kBlank, " ");
}

}  // namespace mia::tokenizer

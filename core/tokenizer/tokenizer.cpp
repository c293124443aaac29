// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenizer/tokenizer.h"

#include <algorithm>

#include "base/error.h"

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

}  // namespace

Tokenizer Tokenizer::load(const std::filesystem::path& modelDir) {
  return Tokenizer(describe(modelDir));
}

Tokenizer::Tokenizer(Description description)
    : bpe_(description.pieces, description.merges, description.unknownId),
      names_(std::move(description)),
      size_(names_.size()) {
  imageId_ = names_.idOf("<image>");
  if (imageId_ < 0) {
    // The original LLaVA tokenizes the text around each image by itself.
    imageId_ = kImageSentinel;
    if (names_.prefix == Prefix::kFirst) names_.prefix = Prefix::kEach;
  }
  if (added(imageId_) == nullptr) names_.add({imageId_, "<image>"});
  names_.pieces = {};
  names_.merges = {};
  std::stable_sort(
      names_.added.begin(), names_.added.end(),
      [](const AddedToken& a, const AddedToken& b) { return a.content.size() > b.content.size(); });
}

const AddedToken* Tokenizer::added(int id) const {
  const auto found = std::find_if(names_.added.begin(), names_.added.end(),
                                  [&](const AddedToken& t) { return t.id == id; });
  return found == names_.added.end() ? nullptr : &*found;
}

bool Tokenizer::isSpecial(int id) const {
  const AddedToken* token = added(id);
  return token != nullptr && token->special;
}

// The leftmost added token from `from` on, the longest of those that start there.
bool Tokenizer::findAdded(std::string_view text, std::size_t from, Match& match) const {
  for (std::size_t at = from; at < text.size(); ++at) {
    for (const AddedToken& token : names_.added) {
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
  const bool wanted = names_.prefix == Prefix::kEachAlways || names_.prefix == Prefix::kEach ||
                      (names_.prefix == Prefix::kFirst && first);
  if (wanted && (names_.prefix == Prefix::kEachAlways || !segment.starts_with(kBlank))) {
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
  if (names_.addBos && names_.bosId >= 0) ids.insert(ids.begin(), names_.bosId);
  if (names_.addEos && names_.eosId >= 0) ids.push_back(names_.eosId);
  return ids;
}

std::vector<int> Tokenizer::encodeContinuation(std::string_view text) const {
  return encodeSegments(text, true);
}

std::vector<int> Tokenizer::encodeAnswer(std::string_view answer) const {
  std::vector<int> ids = encodeContinuation(" " + std::string(answer));
  if (names_.eosId >= 0) ids.push_back(names_.eosId);
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
  if (names_.stripFirst && text.starts_with(' ')) text.erase(0, 1);
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

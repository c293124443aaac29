// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/json.h"
#include "tokenizer/bpe.h"

namespace mia::tokenizer {

/// A token that is found in the raw text before anything else, such as `<image>`.
struct AddedToken {
  int id = -1;
  std::string content;
  bool special = true;  ///< left out by Tokenizer::decode()
  bool lstrip = false;  ///< takes the blanks on its left with it
  bool rstrip = false;  ///< takes the blanks on its right with it
};

/// When a stretch of text between added tokens gets a "▁" in front.
enum class Prefix {
  kNever,
  kFirst,       ///< only at the very beginning, unless it starts with a blank (non-legacy LLaMA)
  kEach,        ///< every stretch that does not start with a blank (`"legacy": true`)
  kEachAlways,  ///< every stretch, blank or not (the normaliser of llava-hf's tokenizer.json)
};

/// All that a model folder says about its tokenizer.
struct Description {
  std::vector<std::string> pieces;  ///< by id; empty for an id that is not in use
  Bpe::Merges merges;
  int unknownId = 0;
  std::vector<AddedToken> added;
  Prefix prefix = Prefix::kFirst;
  bool stripFirst = true;  ///< decoding drops one blank in front
  bool addBos = false;
  bool addEos = false;
  int bosId = -1;  ///< -1: none
  int eosId = -1;
  int padId = -1;

  /// The id of a piece or an added token, or -1.
  int idOf(std::string_view content) const;
  /// Adds a token, in the place of an older one of the same id.
  void add(AddedToken token);
  /// One more than the largest id.
  int size() const;
};

/// What the folder's files say: `tokenizer.json` where there is one, as transformers takes it for
/// LLaVA, else `tokenizer.model` with the conventions of LlamaTokenizer; then
/// `tokenizer_config.json`. Error kNotFound, kBadInput, or kUnsupported for a tokenizer of another
/// kind than LLaMA's.
Description describe(const std::filesystem::path& modelDir);

/// An added token as tokenizer.json and tokenizer_config.json write it.
AddedToken addedTokenFromJson(const Json& json, int id, const std::string& where);
/// A LLaMA tokenizer in the format of Hugging Face's `tokenizers`.
Description readTokenizerJson(const std::filesystem::path& file);

}  // namespace mia::tokenizer

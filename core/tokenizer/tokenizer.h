// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tokenizer/bpe.h"
#include "tokenizer/description.h"

namespace mia::tokenizer {

/// Text to token ids and back as transformers' LlamaTokenizer does it: SentencePiece byte-pair
/// encoding with byte fallback, added tokens, BOS and EOS.
class Tokenizer {
 public:
  /// The id that stands for an image where the vocabulary has no `<image>` (original LLaVA layout).
  static constexpr int kImageSentinel = -200;

  /// Reads what describe() reads, and throws what it throws.
  static Tokenizer load(const std::filesystem::path& modelDir);

  /// Ids of a text in which added tokens may stand anywhere; one `<image>` gives one imageId().
  /// BOS and EOS are added as the model's configuration says.
  std::vector<int> encode(std::string_view text) const;
  /// Ids of a text that goes on behind other tokens: no BOS or EOS, and no "▁" in front of it.
  std::vector<int> encodeContinuation(std::string_view text) const;
  /// What the model should say behind a prompt that ends in "ASSISTANT:": " " + answer, then EOS.
  std::vector<int> encodeAnswer(std::string_view answer) const;

  /// The text of a whole sequence; special tokens are left out unless `withSpecial`. Bytes that do
  /// not make a character become U+FFFD. Error kBadInput for an id outside the vocabulary.
  std::string decode(std::span<const int> ids, bool withSpecial = false) const;
  /// One token as one shows it: a blank for "▁", the character of an ASCII byte, `<0xE4>` for any
  /// other byte.
  std::string piece(int id) const;

  int bosId() const { return names_.bosId; }  ///< -1: none
  int eosId() const { return names_.eosId; }  ///< -1: none
  int padId() const { return names_.padId; }  ///< the unknown token's id when there is no pad token
  int imageId() const { return imageId_; }    ///< of `<image>`, or kImageSentinel
  /// One more than the largest id.
  int size() const { return size_; }
  bool isSpecial(int id) const;

 private:
  explicit Tokenizer(Description description);

  struct Match {
    std::size_t begin;
    std::size_t end;
    int id;
  };
  bool findAdded(std::string_view text, std::size_t from, Match& match) const;
  void appendText(std::string_view text, bool first, std::vector<int>& ids) const;
  std::vector<int> encodeSegments(std::string_view text, bool continuation) const;
  const AddedToken* added(int id) const;

  Bpe bpe_;
  Description names_;  // without pieces and merges, which bpe_ holds; added tokens longest first
  int imageId_ = kImageSentinel;
  int size_ = 0;
};

}  // namespace mia::tokenizer

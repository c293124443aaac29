// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace mia::tokenizer {

/// Byte-pair encoding over UTF-8 pieces: characters first, then always the adjacent pair of the
/// lowest rank (the leftmost of equals) until no pair can be merged.
///
/// Ours rather than SentencePiece's, because transformers ranks the merges of a bare
/// tokenizer.model by piece id, SentencePiece by score; the two differ on runs of blanks, and the
/// reference of this program is transformers.
class Bpe {
 public:
  /// A pair of pieces that become one; the earlier in the list, the lower the rank.
  using Merges = std::vector<std::pair<std::string, std::string>>;

  /// `pieces[id]` is the text of token `id`, empty when there is none; characters without a piece
  /// become `<0xHH>` byte pieces when the vocabulary has all they need, otherwise `unknownId`,
  /// several in a row just one.
  Bpe(std::vector<std::string> pieces, const Merges& merges, int unknownId);
  Bpe(Bpe&&) = default;
  Bpe& operator=(Bpe&&) = default;

  /// The merges that a vocabulary implies: every split of every piece into two pieces, by id of the
  /// whole, then by length of the left part in characters.
  static Merges mergesOf(const std::vector<std::string>& pieces);

  /// The ids of one segment; blanks must already be "▁". Bytes that are not UTF-8 count as one
  /// character each.
  std::vector<int> encode(std::string_view segment) const;

  /// The id of a piece, or -1.
  int idOf(std::string_view piece) const;
  const std::string& piece(int id) const { return pieces_.at(static_cast<std::size_t>(id)); }
  int size() const { return static_cast<int>(pieces_.size()); }
  /// The byte that `id` stands for when its piece is `<0xHH>`, otherwise -1.
  int byteOf(int id) const;

 private:
  struct Merge {
    int rank;
    int id;
  };
  std::vector<int> characters(std::string_view segment) const;
  void appendFallback(std::string_view character, std::vector<int>& ids) const;

  std::vector<std::string> pieces_;
  std::unordered_map<std::string_view, int> ids_;    // views into pieces_
  std::unordered_map<std::uint64_t, Merge> merges_;  // left id, right id
  int bytes_[256];                                   // id of <0xHH>, or -1
  int unknownId_;
};

/// Length in bytes of the UTF-8 character that starts `text`; 1 for a byte that starts none.
std::size_t characterLength(std::string_view text);

}  // namespace mia::tokenizer

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tokenizer/bpe.h"

#include <algorithm>
#include <cstdio>
#include <queue>
#include <tuple>

namespace mia::tokenizer {
namespace {

std::uint64_t pairKey(int left, int right) {
  return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(left)) << 32) |
         static_cast<std::uint32_t>(right);
}

// A symbol of the segment being merged; removed symbols have id -1.
struct Symbol {
  int id;
  int previous;
  int next;
};

// A pair that could be merged, found at `left`; stale once either symbol changed.
struct Candidate {
  int rank;
  int left;
  int leftId;
  int rightId;
  int mergedId;
  bool operator>(const Candidate& other) const {
    return std::tie(rank, left) > std::tie(other.rank, other.left);
  }
};

std::vector<Symbol> chained(const std::vector<int>& ids) {
  std::vector<Symbol> symbols;
  symbols.reserve(ids.size());
  for (const int id : ids) {
    const int index = static_cast<int>(symbols.size());
    symbols.push_back({id, index - 1, index + 1});
  }
  if (!symbols.empty()) symbols.back().next = -1;
  return symbols;
}

// The ids along the chain; a merge always leaves its left symbol, so the first one stays.
std::vector<int> remaining(const std::vector<Symbol>& symbols) {
  std::vector<int> ids;
  for (int i = symbols.empty() ? -1 : 0; i >= 0; i = symbols[static_cast<std::size_t>(i)].next) {
    ids.push_back(symbols[static_cast<std::size_t>(i)].id);
  }
  return ids;
}

}  // namespace

std::size_t characterLength(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xc2 ? 1
                             : lead < 0xe0 ? 2
                             : lead < 0xf0 ? 3
                             : lead < 0xf5 ? 4
                                           : 1;
  if (length > text.size()) return 1;
  for (std::size_t i = 1; i < length; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80) return 1;
  }
  return length;
}

Bpe::Bpe(std::vector<std::string> pieces, const Merges& merges, int unknownId)
    : pieces_(std::move(pieces)), unknownId_(unknownId) {
  for (std::size_t id = 0; id < pieces_.size(); ++id) {
    if (!pieces_[id].empty()) ids_[pieces_[id]] = static_cast<int>(id);
  }
  int rank = 0;
  for (const auto& [left, right] : merges) {
    const int l = idOf(left);
    const int r = idOf(right);
    const int whole = idOf(left + right);
    if (l >= 0 && r >= 0 && whole >= 0) merges_.try_emplace(pairKey(l, r), Merge{rank, whole});
    ++rank;
  }
  for (int byte = 0; byte < 256; ++byte) {
    char name[8];
    std::snprintf(name, sizeof name, "<0x%02X>", static_cast<unsigned>(byte));
    bytes_[byte] = idOf(name);
  }
}

Bpe::Merges Bpe::mergesOf(const std::vector<std::string>& pieces) {
  std::unordered_map<std::string_view, int> ids;
  for (std::size_t id = 0; id < pieces.size(); ++id) ids[pieces[id]] = static_cast<int>(id);
  Merges merges;
  for (std::size_t id = 0; id < pieces.size(); ++id) {
    const std::string_view piece = pieces[id];
    // A name that stands twice keeps its last id and that place in the order.
    if (piece.empty() || ids[piece] != static_cast<int>(id)) continue;
    for (std::size_t at = characterLength(piece); at < piece.size();
         at += characterLength(piece.substr(at))) {
      if (ids.contains(piece.substr(0, at)) && ids.contains(piece.substr(at))) {
        merges.emplace_back(piece.substr(0, at), piece.substr(at));
      }
    }
  }
  return merges;
}

int Bpe::idOf(std::string_view piece) const {
  const auto found = ids_.find(piece);
  return found == ids_.end() ? -1 : found->second;
}

int Bpe::byteOf(int id) const {
  const std::string& text = piece(id);
  if (text.size() != 6 || !text.starts_with("<0x")) return -1;
  const auto* found = std::find(bytes_, bytes_ + 256, id);
  return found == bytes_ + 256 ? -1 : static_cast<int>(found - bytes_);
}

void Bpe::appendFallback(std::string_view character, std::vector<int>& ids) const {
  const auto has = [&](char c) { return bytes_[static_cast<unsigned char>(c)] >= 0; };
  if (std::all_of(character.begin(), character.end(), has)) {
    for (const char c : character) ids.push_back(bytes_[static_cast<unsigned char>(c)]);
  } else if (ids.empty() || ids.back() != unknownId_) {
    ids.push_back(unknownId_);
  }
}

std::vector<int> Bpe::characters(std::string_view segment) const {
  std::vector<int> ids;
  ids.reserve(segment.size());
  while (!segment.empty()) {
    const std::string_view character = segment.substr(0, characterLength(segment));
    const int id = idOf(character);
    if (id >= 0) {
      ids.push_back(id);
    } else {
      appendFallback(character, ids);
    }
    segment.remove_prefix(character.size());
  }
  return ids;
}

std::vector<int> Bpe::encode(std::string_view segment) const {
  std::vector<Symbol> symbols = chained(characters(segment));
  std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> queue;
  const auto consider = [&](int left) {
    if (left < 0 || symbols[static_cast<std::size_t>(left)].next < 0) return;
    const Symbol& symbol = symbols[static_cast<std::size_t>(left)];
    const int rightId = symbols[static_cast<std::size_t>(symbol.next)].id;
    const auto merge = merges_.find(pairKey(symbol.id, rightId));
    if (merge != merges_.end()) {
      queue.push({merge->second.rank, left, symbol.id, rightId, merge->second.id});
    }
  };
  for (int i = 0; i < static_cast<int>(symbols.size()); ++i) consider(i);

  while (!queue.empty()) {
    const Candidate best = queue.top();
    queue.pop();
    Symbol& left = symbols[static_cast<std::size_t>(best.left)];
    if (left.id != best.leftId || left.next < 0) continue;
    Symbol& right = symbols[static_cast<std::size_t>(left.next)];
    if (right.id != best.rightId) continue;
    left.id = best.mergedId;
    right.id = -1;
    left.next = right.next;
    if (left.next >= 0) symbols[static_cast<std::size_t>(left.next)].previous = best.left;
    consider(left.previous);
    consider(best.left);
  }

  return remaining(symbols);
}

}  // namespace mia::tokenizer

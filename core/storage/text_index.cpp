// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/text_index.h"

#include <algorithm>

namespace mia::storage {
namespace {

struct TextTable {
  const char* name;   ///< in text_progress
  const char* index;  ///< the FTS5 table
  const char* rows;   ///< the table whose rows it holds
  const char* words;  ///< SQL of a row's words
};

constexpr TextTable kTextTables[] = {
    {"image", "image_text", "images", "path"},
    {"question", "question_text", "questions", "turns"},
    {"sample", "sample_text", "samples", "prompt || ' ' || answer"},
};

const TextTable& tableOf(TextKind kind) { return kTextTables[static_cast<std::size_t>(kind)]; }

std::int64_t integerOf(Database& database, const std::string& sql) {
  Statement row(database, sql);
  return row.step() ? row.integer(0) : 0;
}

std::int64_t lastIndexed(Database& database, const TextTable& table) {
  return integerOf(
      database, std::string("SELECT last_id FROM text_progress WHERE name = '") + table.name + "'");
}

std::int64_t lastRow(Database& database, const TextTable& table) {
  return integerOf(database, std::string("SELECT max(id) FROM ") + table.rows);
}

/// Conversations are stored as JSON, whose escapes stand for signs that belong to no word.
std::string withoutEscapes(std::string_view text) {
  std::string plain(text);
  for (std::size_t at = plain.find('\\'); at != plain.npos; at = plain.find('\\', at)) {
    const std::size_t length = plain.compare(at, 2, "\\u") == 0 ? 6 : 2;
    const std::size_t end = std::min(at + length, plain.size());
    std::fill(plain.begin() + static_cast<std::ptrdiff_t>(at),
              plain.begin() + static_cast<std::ptrdiff_t>(end), ' ');
  }
  return plain;
}

std::string wordsOfRow(TextKind kind, std::string_view stored) {
  return kind == TextKind::kQuestion ? withoutEscapes(stored) : std::string(stored);
}

std::string selectWords(const TextTable& table) {
  return std::string("SELECT id, ") + table.words + " FROM " + table.rows +
         " WHERE id > ?1 ORDER BY id";
}

bool isWordByte(unsigned char c) {
  return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The bytes of a sign of U+2000 to U+206F (dashes, quotes, spaces) that begins here, else 0.
std::size_t punctuationAt(std::string_view text, std::size_t at) {
  if (text.compare(at, 1, "\xe2") != 0 || at + 3 > text.size()) return 0;
  const auto second = static_cast<unsigned char>(text[at + 1]);
  return second == 0x80 || second == 0x81 ? 3 : 0;
}

bool holds(const std::vector<std::string>& found, const SearchWord& wanted) {
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const bool last = i + 1 == wanted.size();
    const bool there = std::any_of(found.begin(), found.end(), [&](const std::string& word) {
      return last ? word.starts_with(wanted[i]) : word == wanted[i];
    });
    if (!there) return false;
  }
  return true;
}

bool holdsAll(const std::vector<std::string>& found, const std::vector<SearchWord>& wanted) {
  return std::all_of(wanted.begin(), wanted.end(),
                     [&](const SearchWord& word) { return holds(found, word); });
}

std::string matchOf(const std::vector<SearchWord>& words) {
  std::string match;
  for (const SearchWord& word : words) {
    for (const std::string& token : word) match += "\"" + token + "\" ";
    match += "* ";
  }
  return match;
}

}  // namespace

std::vector<std::string> tokensOf(std::string_view text) {
  std::vector<std::string> tokens;
  bool within = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (const std::size_t skipped = punctuationAt(text, at); skipped > 0 || !isWordByte(byte)) {
      within = false;
      at += skipped > 0 ? skipped - 1 : 0;
      continue;
    }
    if (!within) tokens.emplace_back();
    within = true;
    tokens.back() += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : text[at];
  }
  return tokens;
}

void TextIndexReader::find(TextKind kind, const std::vector<SearchWord>& words,
                           const std::function<bool(std::int64_t id)>& take) {
  if (words.empty()) return;
  const TextTable& table = tableOf(kind);
  // Read first: what is indexed meanwhile is then found twice rather than not at all.
  const std::int64_t last = lastIndexed(database_, table);
  Statement indexed(database_, std::string("SELECT rowid FROM ") + table.index + " WHERE " +
                                   table.index + " MATCH ?1");
  indexed.bind(matchOf(words));
  while (indexed.step()) {
    if (!take(indexed.integer(0))) return;
  }
  Statement rest(database_, selectWords(table));
  rest.bind(last);
  while (rest.step()) {
    if (!holdsAll(tokensOf(wordsOfRow(kind, rest.text(1))), words)) continue;
    if (!take(rest.integer(0))) return;
  }
}

TextIndexWriter::State TextIndexWriter::state() {
  State state;
  for (const TextTable& table : kTextTables) {
    state.indexed += lastIndexed(database_, table);
    state.rows += lastRow(database_, table);
  }
  return state;
}

void TextIndexWriter::advance(std::int64_t rows) {
  for (const TextKind kind : {TextKind::kImage, TextKind::kQuestion, TextKind::kSample}) {
    const TextTable& table = tableOf(kind);
    Statement next(database_, selectWords(table) + " LIMIT ?2");
    next.bind(lastIndexed(database_, table), rows);
    Statement add(database_,
                  std::string("INSERT INTO ") + table.index + " (rowid, words) VALUES (?1, ?2)");
    std::int64_t last = 0;
    for (; next.step(); --rows) {
      last = next.integer(0);
      add.bind(last, wordsOfRow(kind, next.text(1))).run();
    }
    if (last == 0) continue;
    Statement(database_, "UPDATE text_progress SET last_id = ?2 WHERE name = ?1")
        .bind(table.name, last)
        .run();
  }
}

}  // namespace mia::storage

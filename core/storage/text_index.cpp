// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/text_index.h"

#include <algorithm>
#include <optional>

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

/// FTS5 merges the lists of all words that begin so, which costs five times what reading them
/// costs. Up to this many are therefore asked for one by one.
constexpr std::size_t kMostEndings = 512;
constexpr std::size_t kPrefixKept = 2;  ///< the table has lists of beginnings up to this length

/// The indexed words that begin like this one and are longer; nothing when they are too many.
std::optional<std::vector<std::string>> longerWords(Database& database, const TextTable& table,
                                                    const std::string& beginning) {
  const std::string list = std::string("temp.words_of_") + table.index;
  Statement(database, "CREATE VIRTUAL TABLE IF NOT EXISTS " + list + " USING fts5vocab (main, " +
                          table.index + ", row)")
      .run();
  // From the first sign that a word can hold to behind the last.
  Statement next(database, "SELECT term FROM " + list + " WHERE term >= ?1 AND term < ?2 LIMIT ?3");
  next.bind(beginning + "0", beginning + "\xf4\x8f\xbf\xbf", kMostEndings + 1);
  std::vector<std::string> words;
  while (next.step()) words.push_back(next.string(0));
  if (words.size() > kMostEndings) return std::nullopt;
  return words;
}

bool isAscii(const std::string& token) {
  return std::all_of(token.begin(), token.end(), [](char c) { return (c & 0x80) == 0; });
}

/// What to ask the index, one after the other, for the rows of a word. A word with accents is left
/// to FTS5, which knows how it is written in the index.
std::vector<std::string> matchesOf(Database& database, const TextTable& table,
                                   const SearchWord& word) {
  std::string before;
  for (std::size_t i = 0; i + 1 < word.size(); ++i) before += '"' + word[i] + "\" ";
  const std::string& last = word.back();
  const auto exactly = [&](const std::string& token) { return before + '"' + token + '"'; };
  if (last.size() > kPrefixKept && isAscii(last)) {
    if (const auto longer = longerWords(database, table, last)) {
      std::vector<std::string> matches{exactly(last)};
      for (const std::string& token : *longer) matches.push_back(exactly(token));
      return matches;
    }
  }
  return {exactly(last) + " *"};
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

/// For several terms that must be in one row.
void TextIndexReader::stepThrough(const std::string& index, const std::string& match,
                                  const std::function<bool(std::int64_t id)>& take) {
  Statement rows(database_, "SELECT rowid FROM " + index + " WHERE " + index + " MATCH ?1");
  rows.bind(match);
  while (rows.step() && take(rows.integer(0))) {
  }
}

void TextIndexReader::find(TextKind kind, const SearchWord& word,
                           const std::function<bool(std::int64_t id)>& take) {
  if (word.empty()) return;
  const TextTable& table = tableOf(kind);
  // Read first: what is indexed meanwhile is then found twice rather than not at all.
  const std::int64_t last = lastIndexed(database_, table);
  bool ended = false;
  const TextGatherer::Take takeOne = [&](std::int64_t id) { return !(ended = !take(id)); };
  for (const std::string& match : matchesOf(database_, table, word)) {
    if (word.size() == 1) {
      gatherer_.gather(table.index, match, takeOne);
    } else {
      stepThrough(table.index, match, takeOne);
    }
    if (ended) return;
  }
  Statement rest(database_, selectWords(table));
  rest.bind(last);
  while (rest.step()) {
    if (!holds(tokensOf(wordsOfRow(kind, rest.text(1))), word)) continue;
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

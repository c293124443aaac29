// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/text_search.h"

#include <algorithm>
#include <sstream>

#include "base/error.h"
#include "curation/in_parallel.h"

namespace mia::curation {
namespace {

constexpr std::size_t kWordsKept = 32;  ///< a million rows: 4 MB
constexpr std::size_t kSideBySide = 4;  ///< words looked up at a time, each on its connection

std::vector<storage::SearchWord> wordsTyped(const std::string& text) {
  std::istringstream typed(text);
  std::vector<storage::SearchWord> words;
  for (std::string word; typed >> word;) {
    if (auto tokens = storage::tokensOf(word); !tokens.empty()) words.push_back(std::move(tokens));
  }
  return words;
}

/// The rows, by their ids, whose text of this kind holds the word.
RowSet inTheir(storage::TextIndexReader& reader, storage::TextKind kind,
               const std::vector<std::int64_t>& ids, const storage::SearchWord& word,
               const std::stop_token& stop) {
  RowSet rows(ids.size());
  reader.find(kind, word, [&](std::int64_t id) {
    const auto row = storage::GalleryColumns::rowOf(ids, id);
    if (row != storage::GalleryColumns::kNoRow) rows.add(row);
    return !stop.stop_requested();
  });
  curation::checkStop(stop);
  return rows;
}

}  // namespace

void checkStop(const std::stop_token& stop) {
  if (stop.stop_requested())
    throw Error(ErrorKind::kStopped, "Another search took the place of this one");
}

RowSet TextSearch::rows(Shelf shelf, const std::string& text, const std::stop_token& stop) {
  const std::vector<storage::SearchWord> words = wordsTyped(text);
  const std::size_t size =
      shelf == Shelf::kImages ? columns_.images.ids.size() : columns_.samples.ids.size();
  if (found_.size() >= kWordsKept) found_.clear();
  findAll(shelf, words, stop);
  RowSet rows(size, !words.empty());
  for (const auto& word : words) rows &= found_.at({shelf, word});
  return rows;
}

void TextSearch::findAll(Shelf shelf, const std::vector<storage::SearchWord>& words,
                         const std::stop_token& stop) {
  std::vector<storage::SearchWord> unknown;
  for (const storage::SearchWord& word : words) {
    const bool again = std::find(unknown.begin(), unknown.end(), word) != unknown.end();
    if (!again && !found_.contains({shelf, word})) unknown.push_back(word);
  }
  for (std::size_t first = 0; first < unknown.size(); first += kSideBySide) {
    const std::size_t count = std::min(kSideBySide, unknown.size() - first);
    while (lookups_.size() < count) lookups_.push_back(std::make_unique<Lookup>(file_));
    std::vector<RowSet> rows(count);
    inParallel(count, [&](std::size_t i) {
      const storage::SearchWord& word = unknown[first + i];
      rows[i] = shelf == Shelf::kImages ? imagesWith(*lookups_[i], word, stop)
                                        : samplesWith(*lookups_[i], word, stop);
    });
    for (std::size_t i = 0; i < count; ++i) {
      found_.emplace(Key(shelf, unknown[first + i]), std::move(rows[i]));
    }
  }
}

/// In its path, or in what is said about it.
RowSet TextSearch::imagesWith(Lookup& lookup, const storage::SearchWord& word,
                              const std::stop_token& stop) const {
  RowSet images =
      inTheir(lookup.reader, storage::TextKind::kImage, columns_.images.ids, word, stop);
  const std::vector<std::uint32_t>& imageOf = columns_.questions.image;
  lookup.reader.find(storage::TextKind::kQuestion, word, [&](std::int64_t id) {
    const auto question = static_cast<std::size_t>(id);
    const std::uint32_t row =
        question < imageOf.size() ? imageOf[question] : storage::GalleryColumns::kNoRow;
    if (row != storage::GalleryColumns::kNoRow) images.add(row);
    return !stop.stop_requested();
  });
  checkStop(stop);
  return images;
}

/// In its own words, or in the path of its target.
RowSet TextSearch::samplesWith(Lookup& lookup, const storage::SearchWord& word,
                               const std::stop_token& stop) const {
  RowSet samples =
      inTheir(lookup.reader, storage::TextKind::kSample, columns_.samples.ids, word, stop);
  const RowSet images =
      inTheir(lookup.reader, storage::TextKind::kImage, columns_.images.ids, word, stop);
  if (images.count() == 0) return samples;
  for (std::size_t row = 0; row < samples.size(); ++row) {
    const std::uint32_t target = columns_.questions.image.at(columns_.samples.question[row]);
    if (target != storage::GalleryColumns::kNoRow && images.has(target)) samples.add(row);
  }
  return samples;
}

}  // namespace mia::curation

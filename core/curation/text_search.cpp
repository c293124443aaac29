// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "curation/text_search.h"

#include <sstream>

#include "base/error.h"

namespace mia::curation {
namespace {

constexpr std::size_t kWordsKept = 32;  ///< a million rows: 4 MB

std::vector<storage::SearchWord> wordsTyped(const std::string& text) {
  std::istringstream typed(text);
  std::vector<storage::SearchWord> words;
  for (std::string word; typed >> word;) {
    if (auto tokens = storage::tokensOf(word); !tokens.empty()) words.push_back(std::move(tokens));
  }
  return words;
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
  RowSet rows(size, !words.empty());
  for (const auto& word : words) rows &= holding(shelf, word, stop);
  return rows;
}

const RowSet& TextSearch::holding(Shelf shelf, const storage::SearchWord& word,
                                  const std::stop_token& stop) {
  const Key key(shelf, word);
  if (const auto known = found_.find(key); known != found_.end()) return known->second;
  RowSet rows = shelf == Shelf::kImages ? imagesWith(word, stop) : samplesWith(word, stop);
  if (found_.size() >= kWordsKept) found_.clear();
  return found_.emplace(key, std::move(rows)).first->second;
}

RowSet TextSearch::inTheir(storage::TextKind kind, const std::vector<std::int64_t>& ids,
                           const storage::SearchWord& word, const std::stop_token& stop) {
  RowSet rows(ids.size());
  reader_.find(kind, word, [&](std::int64_t id) {
    const auto row = storage::GalleryColumns::rowOf(ids, id);
    if (row != storage::GalleryColumns::kNoRow) rows.add(row);
    return !stop.stop_requested();
  });
  checkStop(stop);
  return rows;
}

/// In its path, or in what is said about it.
RowSet TextSearch::imagesWith(const storage::SearchWord& word, const std::stop_token& stop) {
  RowSet images = inTheir(storage::TextKind::kImage, columns_.images.ids, word, stop);
  const std::vector<std::uint32_t>& imageOf = columns_.questions.image;
  reader_.find(storage::TextKind::kQuestion, word, [&](std::int64_t id) {
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
RowSet TextSearch::samplesWith(const storage::SearchWord& word, const std::stop_token& stop) {
  RowSet samples = inTheir(storage::TextKind::kSample, columns_.samples.ids, word, stop);
  const RowSet images = inTheir(storage::TextKind::kImage, columns_.images.ids, word, stop);
  if (images.count() == 0) return samples;
  for (std::size_t row = 0; row < samples.size(); ++row) {
    const std::uint32_t target = columns_.questions.image.at(columns_.samples.question[row]);
    if (target != storage::GalleryColumns::kNoRow && images.has(target)) samples.add(row);
  }
  return samples;
}

}  // namespace mia::curation

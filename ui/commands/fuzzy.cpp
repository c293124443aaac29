// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/fuzzy.h"

#include <algorithm>

namespace mia::ui {

namespace {

constexpr int kFollows = 8;     ///< a letter right behind the one before
constexpr int kBegins = 8;      ///< a letter at the beginning of a word
constexpr int kFarthest = 4;    ///< what a gap may cost
constexpr int kOffsetCost = 6;  ///< what a late first letter may cost

bool beginsWord(const QString& text, int at) {
  return at == 0 || (!text[at - 1].isLetterOrNumber() && text[at].isLetterOrNumber());
}

int scoreOf(const QString& text, const QList<int>& positions) {
  int score = -std::min(positions.first() / 4, kOffsetCost);
  for (qsizetype i = 0; i < positions.size(); ++i) {
    if (beginsWord(text, positions[i])) score += kBegins;
    if (i == 0) continue;
    const int gap = positions[i] - positions[i - 1] - 1;
    score += gap == 0 ? kFollows : -std::min(gap, kFarthest);
  }
  return score;
}

/// Where the letters of `word` stand in `text`, the first of them at `start`.
std::optional<QList<int>> lettersFrom(const QString& word, const QString& text, int start) {
  QList<int> positions{start};
  for (qsizetype i = 1; i < word.size(); ++i) {
    const int from = positions.last() + 1;
    const auto at = static_cast<int>(text.indexOf(word[i], from, Qt::CaseInsensitive));
    if (at < 0) return std::nullopt;
    positions.append(at);
  }
  return positions;
}

std::optional<FuzzyMatch> matchWord(const QString& word, const QString& text) {
  std::optional<FuzzyMatch> best;
  for (int start = 0;
       (start = static_cast<int>(text.indexOf(word[0], start, Qt::CaseInsensitive))) >= 0;
       ++start) {
    const auto positions = lettersFrom(word, text, start);
    if (!positions) break;
    const int score = scoreOf(text, *positions);
    if (!best || score > best->score) best = FuzzyMatch{score, *positions};
  }
  return best;
}

}  // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString& pattern, const QString& text) {
  FuzzyMatch all;
  for (const QString& word : pattern.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
    const auto match = matchWord(word, text);
    if (!match) return std::nullopt;
    all.score += match->score;
    all.positions += match->positions;
  }
  std::sort(all.positions.begin(), all.positions.end());
  all.positions.erase(std::unique(all.positions.begin(), all.positions.end()), all.positions.end());
  return all;
}

}  // namespace mia::ui

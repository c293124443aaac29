// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/word_difference.h"

#include <QTextBoundaryFinder>
#include <algorithm>

namespace mia::ui {

namespace {

constexpr qsizetype kMostCells = 4'000'000;  ///< of the table, some tens of milliseconds

struct Word {
  int start = 0;
  int length = 0;
  QStringView letters;  ///< without the blanks behind them
};

QVector<Word> wordsOf(const QString& text) {
  QVector<Word> words;
  QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
  int from = 0;
  for (auto to = finder.toNextBoundary(); to >= 0; to = finder.toNextBoundary()) {
    const int end = static_cast<int>(to);
    const QStringView piece = QStringView(text).mid(from, end - from);
    if (piece.trimmed().isEmpty() && !words.isEmpty()) {
      words.last().length += end - from;
    } else {
      words.append({from, end - from, piece.trimmed()});
    }
    from = end;
  }
  return words;
}

void append(QVector<WordRun>& runs, const Word& word, bool shared) {
  if (!runs.isEmpty() && runs.last().shared == shared) {
    runs.last().length += word.length;
  } else {
    runs.append({word.start, word.length, shared});
  }
}

/// Marks which words between the common ends belong to the longest common sequence.
void markCommon(const QVector<Word>& a, const QVector<Word>& b, qsizetype head, qsizetype tail,
                QVector<bool>& sharedA, QVector<bool>& sharedB) {
  const qsizetype rows = a.size() - head - tail, columns = b.size() - head - tail;
  if (rows == 0 || columns == 0 || rows * columns > kMostCells) return;
  QVector<int> lengths((rows + 1) * (columns + 1), 0);
  const auto at = [&](qsizetype i, qsizetype k) -> int& { return lengths[i * (columns + 1) + k]; };
  for (qsizetype i = rows - 1; i >= 0; --i) {
    for (qsizetype k = columns - 1; k >= 0; --k) {
      at(i, k) = a[head + i].letters == b[head + k].letters ? at(i + 1, k + 1) + 1
                                                            : std::max(at(i + 1, k), at(i, k + 1));
    }
  }
  for (qsizetype i = 0, k = 0; i < rows && k < columns;) {
    if (a[head + i].letters == b[head + k].letters) {
      sharedA[head + i++] = sharedB[head + k++] = true;
    } else if (at(i + 1, k) >= at(i, k + 1)) {
      ++i;
    } else {
      ++k;
    }
  }
}

}  // namespace

WordDifference wordDifference(const QString& first, const QString& second) {
  const QVector<Word> a = wordsOf(first), b = wordsOf(second);
  QVector<bool> sharedA(a.size(), false), sharedB(b.size(), false);
  const qsizetype shorter = std::min(a.size(), b.size());
  qsizetype head = 0, tail = 0;
  while (head < shorter && a[head].letters == b[head].letters) {
    sharedA[head] = sharedB[head] = true;
    ++head;
  }
  while (tail < shorter - head &&
         a[a.size() - 1 - tail].letters == b[b.size() - 1 - tail].letters) {
    sharedA[a.size() - 1 - tail] = sharedB[b.size() - 1 - tail] = true;
    ++tail;
  }
  markCommon(a, b, head, tail, sharedA, sharedB);
  WordDifference difference;
  for (qsizetype i = 0; i < a.size(); ++i) append(difference.first, a[i], sharedA[i]);
  for (qsizetype i = 0; i < b.size(); ++i) append(difference.second, b[i], sharedB[i]);
  const auto common = 2.0 * static_cast<double>(sharedA.count(true));
  if (!a.isEmpty() || !b.isEmpty()) {
    difference.likeness = common / static_cast<double>(a.size() + b.size());
  }
  return difference;
}

}  // namespace mia::ui

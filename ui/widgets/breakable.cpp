// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/breakable.h"

#include <QTextBoundaryFinder>

namespace mia::ui {

namespace {

constexpr qsizetype kLongestWord = 32;  ///< characters that stay together
constexpr qsizetype kPiece = 8;
constexpr QChar kZeroWidthSpace(0x200b);

/// The word with places to break at, none of them inside of a character of several code units.
QString inPieces(const QString& word) {
  QTextBoundaryFinder characters(QTextBoundaryFinder::Grapheme, word);
  QString pieces;
  qsizetype from = 0;
  while (characters.toNextBoundary() != -1) {
    if (characters.position() - from < kPiece) continue;
    pieces += word.mid(from, characters.position() - from) + kZeroWidthSpace;
    from = characters.position();
  }
  return pieces + word.mid(from);
}

}  // namespace

QString breakable(const QString& text) {
  QTextBoundaryFinder lines(QTextBoundaryFinder::Line, text);
  QString broken;
  qsizetype from = 0;
  while (lines.toNextBoundary() != -1) {
    const QString word = text.mid(from, lines.position() - from);
    broken += word.size() > kLongestWord ? inPieces(word) : word;
    from = lines.position();
  }
  return broken;
}

}  // namespace mia::ui

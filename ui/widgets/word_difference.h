// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace mia::ui {

/// A stretch of a text: what both texts have, or what this one alone has.
struct WordRun {
  int start = 0;  ///< UTF-16 units
  int length = 0;
  bool shared = true;
  bool operator==(const WordRun&) const = default;
};

/// The stretches of both texts, in order and without gaps.
struct WordDifference {
  QVector<WordRun> first;
  QVector<WordRun> second;
  /// The share of words that both have: 1 for equal texts.
  double likeness = 1;
};

/// Compares word by word (as Unicode cuts words, so that texts without spaces work too), keeping
/// the longest common sequence. Words differ by their letters and their case; blanks belong to the
/// word before them. Beyond some thousands of words the middle counts as different as a whole.
WordDifference wordDifference(const QString& first, const QString& second);

}  // namespace mia::ui

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <optional>

namespace mia::ui {

struct FuzzyMatch {
  int score = 0;         ///< the higher, the nearer to what was typed
  QList<int> positions;  ///< of the letters that match, ascending
};

/// Whether the letters of every word of `pattern` stand in `text` in their order, whatever stands
/// between them and whatever their case. Letters that follow one another and beginnings of words
/// count more.
std::optional<FuzzyMatch> fuzzyMatch(const QString& pattern, const QString& text);

}  // namespace mia::ui

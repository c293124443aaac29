// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "curation/review_book.h"
#include "ui/widgets/line_list.h"

namespace mia::ui {

/// "accepted", "rejected", "undecided".
QString verdictName(Verdict verdict);
/// "accepted · swapped · edited · flagged: both are right · note".
QString stateWords(const ReviewState& state);
/// The glyph that goes with a state in lists.
LineMark stateMark(const ReviewState& state);
/// What was done, for undo: "Accept pair 12".
QString actWords(DecisionKind kind, qint64 pair);
/// "anna", "anna, round 2".
QString reviewWords(const Review& review);
/// A group of pairs by the name that core gives it: "all", "attention", "sequence 3".
QString groupWords(const std::string& group);
/// It is the group of a rule, not of a layout nor of all pairs.
bool isRuleGroup(const std::string& group);
/// The nine reasons that a pair is flagged with by a digit; kept in the journal as they are here.
const QStringList& flagReasons();
/// One of them in the window's language; any other as it stands.
QString flagWords(const QString& reason);

}  // namespace mia::ui

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/review_words.h"

#include <QCoreApplication>

#include "ui/models/gallery_model.h"

namespace mia::ui {

namespace {

/// This file's words for people.
struct ReviewSaid {
  Q_DECLARE_TR_FUNCTIONS(Review)
};

std::optional<LayoutKind> layoutOf(const std::string& group) {
  const std::string name = group.substr(0, group.find(' '));
  for (const LayoutKind layout :
       {LayoutKind::kSingle, LayoutKind::kSequence, LayoutKind::kGrid, LayoutKind::kPicInPic}) {
    if (name == toString(layout)) return layout;
  }
  return std::nullopt;
}

}  // namespace

QString verdictName(Verdict verdict) {
  switch (verdict) {
    case Verdict::kAccepted: return ReviewSaid::tr("accepted");
    case Verdict::kRejected: return ReviewSaid::tr("rejected");
    case Verdict::kUndecided: break;
  }
  return ReviewSaid::tr("undecided");
}

QString stateWords(const ReviewState& state) {
  QStringList parts{verdictName(state.verdict)};
  if (state.swapped) parts << ReviewSaid::tr("swapped");
  if (state.isEdited()) parts << ReviewSaid::tr("edited");
  if (state.flag)
    parts << ReviewSaid::tr("flagged: %1").arg(flagWords(QString::fromStdString(*state.flag)));
  if (!state.note.empty()) parts << ReviewSaid::tr("note");
  return parts.join(QStringLiteral(" · "));
}

LineMark stateMark(const ReviewState& state) {
  switch (state.verdict) {
    case Verdict::kAccepted: return LineMark::kGood;
    case Verdict::kRejected: return LineMark::kBad;
    case Verdict::kUndecided: break;
  }
  return state.flag ? LineMark::kFlagged : LineMark::kUndecided;
}

QString actWords(DecisionKind kind, qint64 pair) {
  const QString number = grouped(pair);
  switch (kind) {
    case DecisionKind::kAccept: return ReviewSaid::tr("Accept pair %1").arg(number);
    case DecisionKind::kReject: return ReviewSaid::tr("Reject pair %1").arg(number);
    case DecisionKind::kClear: return ReviewSaid::tr("Leave pair %1 undecided").arg(number);
    case DecisionKind::kSwap: return ReviewSaid::tr("Swap pair %1").arg(number);
    case DecisionKind::kEditChosen: return ReviewSaid::tr("Edit the chosen answer %1").arg(number);
    case DecisionKind::kEditRejected:
      return ReviewSaid::tr("Edit the rejected answer %1").arg(number);
    case DecisionKind::kFlag: return ReviewSaid::tr("Flag pair %1").arg(number);
    case DecisionKind::kNote: return ReviewSaid::tr("Note on pair %1").arg(number);
    case DecisionKind::kResolve: return ReviewSaid::tr("Settle pair %1").arg(number);
    case DecisionKind::kUndo:
    case DecisionKind::kRedo: break;
  }
  return ReviewSaid::tr("Decide on pair %1").arg(number);
}

QString reviewWords(const Review& review) {
  const QString name = QString::fromStdString(review.reviewer);
  return review.round == 1 ? name : ReviewSaid::tr("%1, round %2").arg(name).arg(review.round);
}

QString groupWords(const std::string& group) {
  if (group == "all") return ReviewSaid::tr("all pairs");
  const auto layout = layoutOf(group);
  if (!layout) return ReviewSaid::tr("rule %1").arg(QString::fromStdString(group));
  const QString images = QString::fromStdString(group).section(QLatin1Char(' '), 1);
  return images.isEmpty() ? layoutWords(*layout)
                          : ReviewSaid::tr("%1 of %2").arg(layoutWords(*layout), images);
}

bool isRuleGroup(const std::string& group) { return group != "all" && !layoutOf(group); }

const QStringList& flagReasons() {
  static const QStringList reasons{QT_TRANSLATE_NOOP("Review", "the chosen answer is wrong"),
                                   QT_TRANSLATE_NOOP("Review", "both answers are right"),
                                   QT_TRANSLATE_NOOP("Review", "both answers are wrong"),
                                   QT_TRANSLATE_NOOP("Review", "the question is unclear"),
                                   QT_TRANSLATE_NOOP("Review", "fits several images"),
                                   QT_TRANSLATE_NOOP("Review", "the image is bad"),
                                   QT_TRANSLATE_NOOP("Review", "nearly the same words"),
                                   QT_TRANSLATE_NOOP("Review", "personal or harmful"),
                                   QT_TRANSLATE_NOOP("Review", "to be talked about")};
  return reasons;
}

QString flagWords(const QString& reason) {
  return flagReasons().contains(reason) ? ReviewSaid::tr(reason.toUtf8().constData()) : reason;
}

}  // namespace mia::ui

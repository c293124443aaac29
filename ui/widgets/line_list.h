// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QStyledItemDelegate>

namespace mia::ui {

/// How a line is marked; a glyph goes with every colour, and words stand in the caption.
enum class LineMark {
  kNone,
  kGood,
  kBad,
  kTruth,
  kAsked,
  kPair,
  kUndecided,
  kFlagged,
  kRunning,
  kWaiting,
  kPaused,
  kStopped,
  kBetter,
  kWorse,
  kFailed
};

/// Paints a line: a glyph, its text over one or all lines that it takes, its figures beneath, and
/// "A" or "B" where it stands on that side of a comparison.
class LineDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  enum Role {
    kCaptionRole = Qt::UserRole + 20,  ///< QString
    kMarkRole,                         ///< int of LineMark
    kSideRole,                         ///< QString
  };

  /// With `wrapped` the text takes as many lines as it needs, up to five.
  LineDelegate(bool wrapped, QObject* parent);

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;

 private:
  bool wrapped_;
};

/// Sets a list of wrapped lines up: by pixel, never sideways, and no wider than its place.
void prepareWrappedLines(QListView& list);

/// A list of lines that are all equally high, of any length: where QListView places every row anew
/// when the words of one change, this one paints that row.
class LineList : public QListView {
  Q_OBJECT

 public:
  LineList();

  void dataChanged(const QModelIndex& first, const QModelIndex& last,
                   const QList<int>& roles) override;
};

}  // namespace mia::ui

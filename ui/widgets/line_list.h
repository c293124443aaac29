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

/// Sets a list up for such lines: by pixel, never sideways, and no wider than its place.
void prepareLineList(QListView& list, bool wrapped);

}  // namespace mia::ui

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTextLayout>
#include <QWidget>

#include "ui/widgets/word_difference.h"

namespace mia::ui {

/// A text with the words set off that another text does not have: heavier, on a tinted ground and
/// underlined, with a plain line on the chosen side and a wavy one on the rejected side, so that
/// the sides are told apart without their colours.
class DifferenceText : public QWidget {
  Q_OBJECT

 public:
  enum class Side { kChosen, kRejected };

  explicit DifferenceText(Side side);

  void setText(const QString& text, const QVector<WordRun>& runs);
  const QString& text() const { return text_; }
  /// The words that are set off, one stretch a line.
  QStringList markedWords() const;

  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override { return {320, heightForWidth(320)}; }
  QSize minimumSizeHint() const override { return {80, 20}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  double layOut(QTextLayout& layout, int width) const;

  Side side_;
  QString text_;
  QVector<WordRun> runs_;
  mutable QHash<int, int> heights_;  ///< by width, px
};

}  // namespace mia::ui

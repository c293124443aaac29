// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QToolButton>
#include <QVector>

namespace mia::ui {

class FlowLayout;

/// A key and, beside it, what it does in a word; a click does it too. Of several keys that do the
/// same to one thing each the first and the last are told, and a click opens their menu.
class KeyCap : public QToolButton {
  Q_OBJECT

 public:
  KeyCap(const QList<QAction*>& actions, const QString& word);

  /// The key as it is shown, "Space", "1 … 9"; "" while no action has one.
  QString key() const;
  const QString& word() const { return word_; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void follow();

  QList<QAction*> actions_;
  QString word_;
};

/// The keys that do something now, in as many lines as they need.
class KeyBar : public QFrame {
  Q_OBJECT

 public:
  KeyBar();

  /// Actions with their words; what was shown before is gone.
  void setActions(const QVector<QPair<QList<QAction*>, QString>>& actions);
  QVector<KeyCap*> caps() const { return caps_; }

  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;

 private:
  FlowLayout* flow_;
  QVector<KeyCap*> caps_;
};

}  // namespace mia::ui

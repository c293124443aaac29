// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QLabel>
#include <QPushButton>
#include <QWidget>

namespace mia::ui {

/// A key that can be changed: pressed, it takes the next key that comes. Escape leaves it as it
/// was, Delete takes the key away.
class KeyButton : public QPushButton {
  Q_OBJECT

 public:
  explicit KeyButton(const QString& name);

  void setKey(const QKeySequence& key);
  const QKeySequence& key() const { return key_; }
  bool isWaiting() const { return waiting_; }

 Q_SIGNALS:
  void keyChosen(const QKeySequence& key);

 protected:
  bool event(QEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  void setWaiting(bool waiting);
  void take(const QKeySequence& key);

  QString name_;
  QKeySequence key_;
  bool waiting_ = false;
};

/// The keys of the audit page, to be changed; a key that means something already is refused beside
/// its button, in words.
class KeyFields : public QWidget {
  Q_OBJECT

 public:
  /// Keys of `window`'s own actions cannot be taken.
  explicit KeyFields(QWidget* window);

  KeyButton& button(const QString& id) const { return *rows_[id].button; }
  QString problem(const QString& id) const { return rows_[id].problem->text(); }
  QPushButton& resetButton() { return *reset_; }

 private:
  struct Row {
    KeyButton* button = nullptr;
    QLabel* problem = nullptr;
  };

  void choose(const QString& id, const QKeySequence& key);
  QString holderOf(const QKeySequence& key, const QString& id) const;
  void show();

  QWidget* window_;
  QHash<QString, Row> rows_;
  QPushButton* reset_;
};

}  // namespace mia::ui

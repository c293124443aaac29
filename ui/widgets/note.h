// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>

namespace mia::ui {

/// An inline sentence beside what it is about: an error or a remark, closed by its button or by
/// the next good outcome. Hidden while it has nothing to say.
class Note : public QFrame {
  Q_OBJECT

 public:
  explicit Note(QWidget* parent = nullptr);

  void showError(const QString& sentence);
  /// Of something that went well.
  void showGood(const QString& sentence);
  void clear() { hide(); }
  QString text() const { return text_->text(); }

 private:
  void refresh();

  bool good_ = false;
  QLabel* icon_;
  QLabel* text_;
};

}  // namespace mia::ui

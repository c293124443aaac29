// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVBoxLayout>
#include <QWidget>

#include "ui/widgets/note.h"

namespace mia::ui {

/// What is there before a project is open: three doors and the projects opened last.
class StartPage : public QWidget {
  Q_OBJECT

 public:
  explicit StartPage(QWidget* parent = nullptr);

  /// Reads the recent projects again.
  void refresh();
  void showError(const QString& sentence) { note_->showError(sentence); }
  void takeFocus();

 Q_SIGNALS:
  void demoAsked();
  void openAsked();
  void projectAsked(const QString& folder);
  void importAsked();

 private:
  Note* note_;
  QWidget* doors_;
  QWidget* recentBox_;
  QVBoxLayout* recent_;
};

}  // namespace mia::ui

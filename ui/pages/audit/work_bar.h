// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace mia::ui {

/// How far work on many pairs is; it can be stopped. Hidden while there is none.
class WorkBar : public QFrame {
  Q_OBJECT

 public:
  WorkBar();

  void show(const QString& words, qint64 done, qint64 total);
  QString text() const { return words_->text(); }
  QPushButton& stopButton() { return *stop_; }

 Q_SIGNALS:
  void stopAsked();

 private:
  QLabel* words_;
  QProgressBar* bar_;
  QPushButton* stop_;
};

}  // namespace mia::ui

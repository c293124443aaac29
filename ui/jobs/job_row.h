// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

#include "ui/jobs/job_center.h"
#include "ui/widgets/elided_label.h"

namespace mia::ui {

/// One job in the tray: its name, how it goes, and what can be done with it.
class JobRow : public QFrame {
  Q_OBJECT

 public:
  static constexpr int kHeight = 36;

  JobRow(JobCenter& center, Job& job, QWidget* parent = nullptr);

  Job& job() const { return job_; }
  /// A button that leads to what a finished job made; no words: none.
  void setResultWords(const QString& words);
  void setLogShown(bool shown) { showLog_->setChecked(shown); }

 Q_SIGNALS:
  void logAsked(bool shown);
  void resultAsked();

 private:
  void refresh();
  void refreshIcon();
  void pauseOrGoOn();
  void stopOrDismiss();

  JobCenter& center_;
  Job& job_;
  QString resultWords_;
  QLabel* icon_;
  QLabel* title_;
  ElidedLabel* words_;
  QProgressBar* bar_;
  QPushButton* result_;
  QToolButton* pause_;
  QToolButton* showLog_;
  QToolButton* stop_;
};

}  // namespace mia::ui

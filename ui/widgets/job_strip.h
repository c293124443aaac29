// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QToolButton>

#include "ui/jobs/program_job.h"

namespace mia::ui {

/// The job under way at the bottom of the window: its name, what it says, progress, a polite stop,
/// its log. Stays after a failure until dismissed.
class JobStrip : public QFrame {
  Q_OBJECT

 public:
  explicit JobStrip(QWidget* parent = nullptr);
  /// Shows this job from now on; the job belongs to somebody else and must outlive its showing.
  void watch(ProgramJob* job);

 private:
  void refresh();

  ProgramJob* job_ = nullptr;
  QLabel* icon_;
  QLabel* title_;
  QLabel* words_;
  QProgressBar* bar_;
  QToolButton* showLog_;
  QToolButton* stop_;
  QPlainTextEdit* log_;
};

}  // namespace mia::ui

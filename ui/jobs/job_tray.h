// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/jobs/job_center.h"

namespace mia::ui {

class JobRow;

/// The jobs at the bottom of the window: a row each, or folded to the one that matters most; and
/// the log of one of them. Hidden while there are none.
class JobTray : public QFrame {
  Q_OBJECT

 public:
  explicit JobTray(JobCenter& center, QWidget* parent = nullptr);

  bool isFolded() const { return folded_; }
  void setFolded(bool folded);
  /// Shows the log of the job that matters most, or hides the log that is shown.
  void toggleLog();
  /// The job that matters most: the newest under way, else the newest that failed, else the newest.
  Job* front() const;
  /// Words for the button that leads to what a finished job made; empty: no button.
  void setResultWords(std::function<QString(const Job&)> words) { resultWords_ = std::move(words); }

 Q_SIGNALS:
  void resultAsked(const mia::ui::Job& job);

 private:
  void add(Job* job);
  void remove(Job* job);
  void arrange();
  void showLog(Job* job, bool shown);
  void readLog();
  JobRow* rowOf(const Job* job) const;

  JobCenter& center_;
  std::function<QString(const Job&)> resultWords_;
  QList<JobRow*> rows_;
  QVBoxLayout* rowsLayout_;
  QScrollArea* scroll_;
  QToolButton* fold_;
  QPlainTextEdit* log_;
  QPointer<Job> logged_;
  bool folded_ = false;
};

}  // namespace mia::ui

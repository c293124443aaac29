// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <memory>

#include "run/job_folder.h"

namespace mia::ui {

/// A background command as the window knows it: a copy of how its folder said that it stands. Only
/// the JobCenter changes it.
class Job : public QObject {
  Q_OBJECT

 public:
  Job(QString title, QStringList arguments, QString project, QObject* parent);

  const QString& title() const { return title_; }
  const QStringList& arguments() const { return arguments_; }
  QString verb() const { return arguments_.value(0); }
  /// Folder of the project that it works on.
  const QString& project() const { return project_; }

  run::JobState state() const { return status_.state; }
  const run::JobStatus& status() const { return status_; }
  bool isActive() const { return run::isActive(status_.state); }
  bool isFailed() const;
  /// Stopped, failed or died: the same command goes on where it stopped.
  bool canGoOn() const;
  /// Of the present stage, 0..1; negative while it is not told.
  double fraction() const;
  /// How it goes or how it ended, one line: "generate 412 / 2 000 prompts · 31 /s · 51 s left".
  QString words() const;

 Q_SIGNALS:
  void changed();
  /// From active to not active.
  void ended();

 private:
  friend class JobCenter;
  void setStatus(run::JobStatus status);

  QString title_;
  QStringList arguments_;
  QString project_;
  run::JobStatus status_;
  int asked_ = 0;  ///< changes with every wish: what was polled before one is stale
  std::shared_ptr<run::JobFolder> folder_;  ///< for the center's working thread alone
};

/// "51 s", "3 m 20 s", "2 h 5 m".
QString durationWords(double seconds);

}  // namespace mia::ui

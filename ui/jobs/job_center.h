// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include "ui/jobs/job.h"

namespace mia::ui {

/// Starts commands of `mia` that live on without the window, finds those that are there, and
/// follows them. Files and processes are touched on a thread of its own.
class JobCenter : public QObject {
  Q_OBJECT

 public:
  explicit JobCenter(QObject* parent = nullptr);
  /// Waits for what it was asked to write; the jobs go on.
  ~JobCenter() override;

  /// Starts `mia <arguments> --project <project>` as a job of that project, whose folder is made if
  /// need be.
  Job* start(const QString& title, const QStringList& arguments, const QString& project);
  /// Takes in the jobs that lie in this project; `activeOnly` leaves those alone that have ended.
  void find(const QString& project, bool activeOnly = false);
  /// Lets go of this project's jobs that are not under way; they stay where they are.
  void leave(const QString& project);

  void pause(Job* job) { ask(job, run::JobWish::kPause); }
  void stop(Job* job) { ask(job, run::JobWish::kStop); }
  /// The same command again: every verb goes on where it stopped.
  void goOn(Job* job);
  /// Removes a job that is not active, with its folder.
  void dismiss(Job* job);
  /// The end of what it printed, to `done(text)` unless `context` is gone by then.
  void readLog(Job* job, QObject* context, std::function<void(const QString&)> done);

  const QList<Job*>& jobs() const { return jobs_; }
  bool hasActive() const;
  /// Whether all that was to be found is found.
  bool isSettled() const { return finding_ == 0; }

 Q_SIGNALS:
  void added(mia::ui::Job* job);
  void removed(mia::ui::Job* job);
  void ended(mia::ui::Job* job);
  /// A job moved on; at most a few times a second.
  void moved();

 private:
  void ask(Job* job, run::JobWish wish);
  void launch(Job* job);
  void take(Job* job);
  void poll();
  void watch();

  QList<Job*> jobs_;
  QThreadPool worker_;
  QTimer timer_;
  bool polling_ = false;
  int finding_ = 0;
};

/// The `mia` beside this program, or the one on the PATH; empty when there is none.
QString commandLineProgram();
/// Where a project's jobs lie.
QString jobsFolder(const QString& project);

}  // namespace mia::ui

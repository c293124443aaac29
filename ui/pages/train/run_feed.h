// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>
#include <memory>

#include "curation/run_history.h"
#include "ui/jobs/background.h"

namespace mia::ui {

/// The project's training runs as they go: files are read on a thread of its own, often while a run
/// is under way, now and then otherwise, never while nobody looks.
class RunFeed : public QObject {
  Q_OBJECT

 public:
  using Series = std::shared_ptr<const curation::RunSeries>;

  explicit RunFeed(const QString& project, QObject* parent = nullptr);
  ~RunFeed() override;

  /// Whether somebody looks.
  void setLooking(bool looking);
  /// The runs whose series are wanted.
  void setWatched(const QStringList& ids);
  /// Looks at once, whoever looks.
  void poll();

  const std::vector<curation::RunFacts>& runs() const { return runs_; }
  /// nullptr when there is no such run.
  const curation::RunFacts* find(const QString& id) const;
  /// nullptr until it was read.
  Series series(const QString& id) const { return series_.value(id); }
  bool isKnown() const { return loaded_; }
  /// The runs are known, and the series of those that are watched.
  bool isLoaded() const { return loaded_ && !polling_; }

  /// Runs `task(RunHistory&)` on the thread that reads, then `done(Outcome)` here.
  template <class Task, class Done>
  void ask(QObject* context, Task task, Done done) {
    runThen(
        worker_, context,
        [history = history_, task = std::move(task)]() mutable { return task(*history); },
        std::move(done));
  }

 Q_SIGNALS:
  void runsChanged();
  void seriesChanged(const QString& id);
  void failed(const QString& sentence);

 private:
  struct News {
    bool changed = false;
    std::vector<curation::RunFacts> runs;
    QHash<QString, Series> series;
  };

  void take(News news);

  std::shared_ptr<curation::RunHistory> history_;
  QThreadPool worker_;
  QTimer timer_;
  QStringList watched_;
  std::vector<curation::RunFacts> runs_;
  QHash<QString, Series> series_;
  bool looking_ = false;
  bool loaded_ = false;
  bool polling_ = false;
  bool again_ = false;  ///< something was asked for while it was looking
};

}  // namespace mia::ui

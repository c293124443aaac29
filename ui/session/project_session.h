// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QUndoStack>
#include <memory>

#include "curation/browse.h"
#include "curation/project.h"
#include "ui/jobs/background.h"

namespace mia::ui {

/// An open project: its folder, one thread that reads its database, one that writes it, a pool that
/// draws its pictures, and what can be undone. Nothing here waits; answers come back to the asking
/// object's thread.
class ProjectSession : public QObject {
  Q_OBJECT

 public:
  explicit ProjectSession(const QString& folder, QObject* parent = nullptr);
  ~ProjectSession() override;

  const QString& folder() const { return folder_; }
  QString name() const;
  const curation::ProjectCounts& counts() const { return counts_; }
  std::filesystem::path thumbnailFolder() const;

  /// Runs `task(Browser&)` on the reading thread, then `done(Outcome)` here.
  template <class Task, class Done>
  void read(QObject* context, Task task, Done done) {
    runThen(
        reader_, context,
        [shelf = shelf_, task = std::move(task)]() mutable { return task(shelf->browser()); },
        tracked(std::move(done)));
  }

  /// Runs `task(Project&)` on the writing thread, one after the other in the order they were asked
  /// for, then `done(Outcome)` here.
  template <class Task, class Done>
  void write(QObject* context, Task task, Done done) {
    runThen(
        writer_, context,
        [desk = desk_, task = std::move(task)]() mutable { return task(desk->project()); },
        tracked(std::move(done)));
  }

  /// Runs `task()` on the drawing pool, then `done(Outcome)` here.
  template <class Task, class Done>
  void draw(QObject* context, Task task, Done done) {
    runThen(painters_, context, std::move(task), tracked(std::move(done)));
  }

  int painterCount() const { return painters_.maxThreadCount(); }
  /// Nothing is being read or drawn: what is shown is all there is to show.
  bool isIdle() const { return underWay_.use_count() == 1; }

  /// Everything that the person did to this project and can take back, on whatever page.
  QUndoStack& undoStack() { return undoStack_; }

  /// Looks whether counts changed (a job may be adding samples or answers) and says so.
  void refresh();

 Q_SIGNALS:
  /// The project cannot be read; the sentence says why.
  void failed(const QString& sentence);
  void countsChanged();

 private:
  /// The Browser, made and used on the reading thread alone.
  class Shelf {
   public:
    explicit Shelf(std::filesystem::path folder) : folder_(std::move(folder)) {}
    curation::Browser& browser();

   private:
    std::filesystem::path folder_;
    std::unique_ptr<curation::Browser> browser_;
  };

  /// The Project, made and used on the writing thread alone.
  class Desk {
   public:
    explicit Desk(std::filesystem::path folder) : folder_(std::move(folder)) {}
    curation::Project& project();

   private:
    std::filesystem::path folder_;
    std::unique_ptr<curation::Project> project_;
  };

  /// Counts `done` as work under way for as long as it exists.
  template <class Done>
  auto tracked(Done done) {
    return [done = std::move(done), alive = underWay_](auto outcome) mutable {
      done(std::move(outcome));
    };
  }

  QString folder_;
  std::shared_ptr<Shelf> shelf_;
  std::shared_ptr<Desk> desk_;
  QThreadPool reader_;
  QThreadPool writer_;
  QThreadPool painters_;
  QUndoStack undoStack_;
  curation::ProjectCounts counts_;
  std::shared_ptr<int> underWay_ = std::make_shared<int>();
  bool refreshing_ = false;
};

}  // namespace mia::ui

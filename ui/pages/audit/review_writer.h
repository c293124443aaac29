// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QTimer>
#include <QUndoCommand>
#include <QVector>
#include <atomic>
#include <memory>
#include <stop_token>

#include "base/progress.h"
#include "curation/review.h"
#include "ui/pages/audit/review_desk.h"
#include "ui/session/project_session.h"

namespace mia::ui {

/// Writes decisions to the project's journal, each at once and one after the other on the writing
/// thread, and keeps the window's undo in step with what the journal can take back, also what was
/// decided before this start.
class ReviewWriter : public QObject {
  Q_OBJECT

 public:
  ReviewWriter(ProjectSession& session, std::shared_ptr<ReviewDesk> desk, QObject* parent);

  /// In whose name decisions are made from now on.
  void setReview(const Review& review);
  const Review& review() const { return review_; }

  /// `before` is the state that is shown; nothing is written when the act changes nothing. The
  /// state behind it. Error kUsage when the act makes no sense.
  ReviewState decide(const Pair& pair, const ReviewState& before, const Act& act);
  /// Many at once, as one step of undo; tells of its progress and can be stopped.
  void decideAll(const std::vector<PairId>& pairs, const Act& act);
  void resolve(PairId pair, const ReviewState& state);
  /// Takes over the journal of another project, its folder or a file; as decideAll().
  void merge(const QString& path);
  /// Ends what tells of its progress; nothing of it is stored.
  void stop() { stop_.request_stop(); }
  /// Takes back the last decision, by the window's undo; false when that would be something that
  /// was done on another page since.
  bool undo();
  /// How many decisions are on their way to the disk.
  int underWay() const { return underWay_; }

 Q_SIGNALS:
  /// A decision is on the disk, or not: then `problem` says why. `state` is what the disk holds.
  void settled(qint64 pair, const mia::ReviewState& state, const QString& problem);
  /// Undo or redo changed these pairs; those that the newest selection does not have are left out.
  void stepped(const QVector<QPair<qint64, mia::ReviewState>>& pairs);
  /// Many pairs may have changed.
  void changedMany(int pairs);
  /// Long work is under way: so many of so many.
  void progressed(const QString& words, qint64 done, qint64 total);
  /// It ended, well or not.
  void rested();
  /// What came of merge(), in words.
  void merged(const QString& words);
  void failed(const QString& sentence);

 private:
  class Step;
  using Decisions = std::vector<Decision>;
  /// While the window's stack is put right its steps do nothing; dropped ones go away.
  enum class Filling { kNo, kYes, kDropping };

  void write(const Pair& pair, const Act& act);
  /// Runs `work(Project&, const WorkContext&)` on the writing thread, then `done(Outcome)` here.
  template <class Work, class Done>
  void runLong(const QString& words, Work work, Done done);
  void push(const QString& words);
  void drop();
  void stepJournal(const Review& review, bool back);
  void tellStepped(const Decisions& entries, bool back);
  void readUndoState();
  void follow(const curation::UndoState& state);
  bool hasOnlyOwnSteps() const;

  ProjectSession& session_;
  std::shared_ptr<ReviewDesk> desk_;
  Review review_;
  QHash<qint64, ReviewState> stored_;  ///< of pairs with decisions under way: what the disk holds
  QHash<qint64, int> pending_;         ///< decisions under way, by pair
  int underWay_ = 0;
  Filling filling_ = Filling::kNo;
  /// How far the writing thread is with long work.
  struct Meter {
    std::atomic<std::int64_t> done = 0;
    std::atomic<std::int64_t> total = 0;  ///< 0: there is none, or it has not told yet
  };
  std::shared_ptr<Meter> meter_ = std::make_shared<Meter>();
  QTimer watch_;
  QString longWords_;
  int longWorks_ = 0;
  std::stop_source stop_;
};

}  // namespace mia::ui

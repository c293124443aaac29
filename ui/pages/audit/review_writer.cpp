// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/review_writer.h"

#include <QPointer>
#include <QScopedValueRollback>

#include "curation/review_merge.h"
#include "ui/models/gallery_model.h"
#include "ui/pages/audit/review_words.h"

namespace mia::ui {

namespace {

constexpr int kWatch = 100;                 // ms between two looks at how far long work is
constexpr std::size_t kToldOneByOne = 100;  ///< pairs of a step; of a larger one all is read anew

}  // namespace

/// A step of the journal as the window's undo knows it. The journal itself knows what the step was.
class ReviewWriter::Step : public QUndoCommand {
 public:
  Step(ReviewWriter* writer, const QString& words)
      : QUndoCommand(words), writer_(writer), review_(writer->review_) {}

  void undo() override {
    if (writer_ && writer_->filling_ == Filling::kDropping) setObsolete(true);
    step(true);
  }
  void redo() override { step(false); }
  const Review& review() const { return review_; }
  const ReviewWriter* writer() const { return writer_; }

 private:
  void step(bool back) {
    if (writer_ && writer_->filling_ == Filling::kNo) writer_->stepJournal(review_, back);
  }

  QPointer<ReviewWriter> writer_;
  Review review_;
};

ReviewWriter::ReviewWriter(ProjectSession& session, std::shared_ptr<ReviewDesk> desk,
                           QObject* parent)
    : QObject(parent), session_(session), desk_(std::move(desk)) {
  watch_.setInterval(kWatch);
  connect(&watch_, &QTimer::timeout, this, [this] {
    if (meter_->total > 0) Q_EMIT progressed(longWords_, meter_->done, meter_->total);
  });
}

void ReviewWriter::setReview(const Review& review) {
  if (review == review_) return;
  review_ = review;
  readUndoState();
}

ReviewState ReviewWriter::decide(const Pair& pair, const ReviewState& before, const Act& act) {
  ReviewState state = after(before, pair, act);
  if (state == before) return state;
  if (pending_.value(pair.id.value) == 0) stored_[pair.id.value] = before;
  write(pair, act);
  push(actWords(act.kind, pair.id.value));
  return state;
}

void ReviewWriter::write(const Pair& pair, const Act& act) {
  using Written = std::optional<Decision>;
  const qint64 id = pair.id.value;
  ++pending_[id];
  ++underWay_;
  session_.write(
      this,
      [review = review_, pair = pair.id, act](curation::Project& project) {
        return curation::decide(project, review, pair, act);
      },
      [this, id](Outcome<Written> outcome) {
        --underWay_;
        if (outcome.value && *outcome.value) stored_[id] = (*outcome.value)->after;
        const bool last = --pending_[id] == 0;
        if (last || !outcome.value) Q_EMIT settled(id, stored_.value(id), outcome.error);
        if (last) {
          pending_.remove(id);
          stored_.remove(id);
        }
        if (!outcome.value) drop();
      });
}

/// What was not written cannot be taken back.
void ReviewWriter::drop() {
  QUndoStack& stack = session_.undoStack();
  const bool own =
      stack.canUndo() && dynamic_cast<const Step*>(stack.command(stack.index() - 1)) != nullptr;
  const QScopedValueRollback silence(filling_, Filling::kDropping);
  if (own) stack.undo();
}

template <class Work, class Done>
void ReviewWriter::runLong(const QString& words, Work work, Done done) {
  if (longWorks_++ == 0) stop_ = std::stop_source();
  watch_.start();
  const WorkContext context{stop_.get_token(), [meter = meter_](const Progress& progress) {
                              meter->done = progress.done;
                              meter->total = progress.total;
                            }};
  longWords_ = words;
  session_.write(
      this,
      [work = std::move(work), context](curation::Project& project) {
        return work(project, context);
      },
      [this, done = std::move(done)](auto outcome) {
        meter_->total = 0;
        if (--longWorks_ == 0) {
          watch_.stop();
          Q_EMIT rested();
        }
        done(std::move(outcome));
      });
}

void ReviewWriter::decideAll(const std::vector<PairId>& pairs, const Act& act) {
  runLong(
      tr("Deciding %1 pairs", nullptr, static_cast<int>(pairs.size()))
          .arg(grouped(static_cast<qint64>(pairs.size()))),
      [review = review_, pairs, act](curation::Project& project, const WorkContext& work) {
        return static_cast<int>(curation::decideAll(project, review, pairs, act, work).size());
      },
      [this](Outcome<int> outcome) {
        if (!outcome.value) {
          Q_EMIT failed(tr("Nothing was decided: %1").arg(outcome.error));
          return;
        }
        if (*outcome.value > 0) push(tr("Decide %n pairs at once", nullptr, *outcome.value));
        Q_EMIT changedMany(*outcome.value);
      });
}

void ReviewWriter::resolve(PairId pair, const ReviewState& state) {
  session_.write(
      this,
      [reviewer = review_.reviewer, pair, state](curation::Project& project) {
        return curation::resolve(project, reviewer, pair, state);
      },
      [this](Outcome<Decision> outcome) {
        if (outcome.value) {
          Q_EMIT changedMany(1);
        } else {
          Q_EMIT failed(tr("The pair was not settled: %1").arg(outcome.error));
        }
      });
}

void ReviewWriter::merge(const QString& path) {
  runLong(
      tr("Taking over decisions"),
      [other = std::filesystem::path(path.toStdString())](curation::Project& project,
                                                          const WorkContext& work) {
        return curation::mergeJournal(project, other, work);
      },
      [this](Outcome<curation::MergeSummary> outcome) {
        if (!outcome.value) {
          Q_EMIT failed(tr("Nothing was taken over: %1").arg(outcome.error));
          return;
        }
        const curation::MergeSummary& sum = *outcome.value;
        QString words = tr("%1 decisions taken over, %2 were here already.", nullptr,
                           static_cast<int>(sum.added))
                            .arg(grouped(sum.added), grouped(sum.known));
        if (sum.unmatched > 0) {
          words += tr(" %1 are about answers that this project does not have.")
                       .arg(grouped(sum.unmatched));
        }
        words += tr(" Reviews disagree on %1 pairs.", nullptr, static_cast<int>(sum.disputed))
                     .arg(grouped(sum.disputed));
        Q_EMIT merged(words);
        Q_EMIT changedMany(static_cast<int>(sum.added));
      });
}

void ReviewWriter::push(const QString& words) {
  const QScopedValueRollback silence(filling_, Filling::kYes);
  session_.undoStack().push(new Step(this, words));
}

bool ReviewWriter::undo() {
  QUndoStack& stack = session_.undoStack();
  if (!stack.canUndo()) return true;
  if (!dynamic_cast<const Step*>(stack.command(stack.index() - 1))) return false;
  stack.undo();
  return true;
}

void ReviewWriter::stepJournal(const Review& review, bool back) {
  // Once begun it goes through: the window's own undo has taken the step already.
  runLong(
      back ? tr("Taking back") : tr("Doing again"),
      [review, back](curation::Project& project, const WorkContext& work) {
        const WorkContext steady{{}, work.progress};
        return back ? curation::undo(project, review, steady)
                    : curation::redo(project, review, steady);
      },
      [this, back](Outcome<Decisions> outcome) {
        if (outcome.value) {
          tellStepped(*outcome.value, back);
        } else {
          Q_EMIT failed(back ? tr("Nothing was taken back: %1").arg(outcome.error)
                             : tr("Nothing was done again: %1").arg(outcome.error));
        }
        readUndoState();
      });
}

/// Finds the pairs that a step of undo or redo was about.
void ReviewWriter::tellStepped(const Decisions& entries, bool back) {
  using Pairs = QVector<QPair<qint64, ReviewState>>;
  if (entries.empty()) {
    Q_EMIT failed(back ? tr("There is nothing left to take back.")
                       : tr("There is nothing left to do again."));
    return;
  }
  if (entries.size() > kToldOneByOne) {
    Q_EMIT changedMany(static_cast<int>(entries.size()));
    return;
  }
  session_.read(
      this,
      [desk = desk_, entries,
       newest = session_.counts().newestSelection](curation::Browser& browser) {
        Pairs pairs;
        curation::ReviewBook* book = desk->book(browser, newest);
        for (const Decision& entry : entries) {
          const auto pair = book ? book->pairOf(entry.subject) : std::nullopt;
          if (pair) pairs.append({pair->value, entry.after});
        }
        return pairs;
      },
      [this](Outcome<Pairs> outcome) {
        if (!outcome.value) {
          Q_EMIT failed(outcome.error);
        } else if (outcome.value->isEmpty()) {
          Q_EMIT failed(tr("That was a decision about a pair that the newest selection has not."));
        } else {
          Q_EMIT stepped(*outcome.value);
        }
      });
}

void ReviewWriter::readUndoState() {
  if (review_.reviewer.empty()) return;
  session_.read(
      this,
      [review = review_](curation::Browser& browser) {
        return curation::undoState(browser.database(), review);
      },
      [this, review = review_](Outcome<curation::UndoState> outcome) {
        if (outcome.value && review == review_ && underWay_ == 0) follow(*outcome.value);
      });
}

bool ReviewWriter::hasOnlyOwnSteps() const {
  const QUndoStack& stack = session_.undoStack();
  for (int i = 0; i < stack.count(); ++i) {
    const auto* step = dynamic_cast<const Step*>(stack.command(i));
    if (!step || step->writer() != this || step->review() != review_) return false;
  }
  return true;
}

/// The journal remembers more than one start of the window: what it can still take back, or do
/// again, beyond the window's own steps is added to them.
void ReviewWriter::follow(const curation::UndoState& state) {
  QUndoStack& stack = session_.undoStack();
  if (!hasOnlyOwnSteps()) return;
  const QScopedValueRollback silence(filling_, Filling::kYes);
  QStringList undone;
  for (int i = stack.index(); i < stack.count(); ++i) undone.append(stack.text(i));
  const bool older = state.canUndo && !stack.canUndo();
  if (state.canRedo && undone.isEmpty()) undone.append(tr("Decide again"));
  if (!state.canRedo) undone.clear();
  if (!older && undone.size() == stack.count() - stack.index()) return;
  QStringList done;
  for (int i = 0; i < stack.index(); ++i) done.append(stack.text(i));
  if (older) done.prepend(tr("Earlier decision"));
  if (!state.canUndo) done.clear();
  stack.clear();
  for (const QString& words : done + undone) stack.push(new Step(this, words));
  for (qsizetype i = 0; i < undone.size(); ++i) stack.undo();
}

}  // namespace mia::ui

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QSpinBox>
#include <QWidget>

#include "ui/pages/audit/pair_model.h"
#include "ui/pages/audit/queue_narrowing.h"

namespace mia::ui {

/// The left pane: which pairs, in which order, and the one that is on view.
class PairQueue : public QWidget {
  Q_OBJECT

 public:
  PairQueue(ProjectSession& session, std::shared_ptr<ReviewDesk> desk);
  ~PairQueue() override;

  /// In whose review, and whose decided pairs alone (a blind second review).
  void setReview(const Review& review, const std::optional<Review>& decidedBy);
  const curation::QueueQuery& query() const { return model_->query(); }
  void reload() { model_->reload(); }
  /// Chooses which pairs are listed, as the person could.
  void narrowTo(curation::QueueFilter filter);

  /// Turns to a pair once it is listed; listed anew it stays on view.
  void wantPair(qint64 id);
  qint64 current() const;
  void step(int rows);
  /// The next undecided pair, around the end; 0 when there is none other.
  qint64 nextUndecided() const;
  /// Turns to it; false when there is none.
  bool toNextUndecided();
  /// The pairs that are likely to be turned to next, the most likely first.
  QVector<qint64> ahead() const;
  /// "12 of 1 008"
  QString place() const;
  void takeFocus() { list_->setFocus(); }

  PairModel& model() { return *model_; }
  QListView& list() { return *list_; }
  QComboBox& orders() { return *orders_; }
  QComboBox& shows() { return *shows_; }
  QueueNarrowing& narrowing() { return *narrowing_; }
  QComboBox& samples() { return *samples_; }

 Q_SIGNALS:
  /// 0: none is listed.
  void pairChosen(qint64 id);
  void failed(const QString& sentence);

 private:
  QWidget* buildFilters();
  void restore();
  void keep() const;
  void apply();
  void listed();
  void turnTo(int row);
  void updateFound();

  ProjectSession& session_;
  PairModel* model_;
  QComboBox* orders_;
  QComboBox* shows_;
  QueueNarrowing* narrowing_;
  QComboBox* samples_;
  QSpinBox* seed_;
  QLabel* found_;
  QListView* list_;
  Review review_;
  std::optional<Review> decidedBy_;
  qint64 wanted_ = 0;
};

}  // namespace mia::ui

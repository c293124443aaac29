// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QProgressBar>
#include <QTimer>

#include "curation/review_statistics.h"
#include "ui/pages/audit/review_desk.h"
#include "ui/session/project_session.h"
#include "ui/widgets/elided_label.h"

namespace mia::ui {

/// How far a review has come: done, left, pace, and how often each rule's pairs were accepted.
class ProgressStrip : public QFrame {
  Q_OBJECT

 public:
  ProgressStrip(ProjectSession& session, std::shared_ptr<ReviewDesk> desk);

  void setReview(const Review& review);
  /// Something was decided: the figures are read anew, soon.
  void refresh() { delay_.start(); }
  bool isSettled() const { return !delay_.isActive() && !reading_; }
  QString text() const { return words_->text(); }
  QString acceptanceText() const { return acceptance_->text(); }

 private:
  struct Figures {
    curation::ReviewProgress progress;
    std::vector<curation::AcceptanceRow> acceptance;
  };

  void read();
  void show(const Figures& figures);

  ProjectSession& session_;
  std::shared_ptr<ReviewDesk> desk_;
  Review review_;
  QTimer delay_;
  bool reading_ = false;
  QProgressBar* bar_;
  QLabel* words_;
  ElidedLabel* acceptance_;
};

/// "92 % (89–94 %) of 412": accepted, its 95 % interval, of how many decided.
QString acceptanceWords(const curation::AcceptanceRow& row);

}  // namespace mia::ui

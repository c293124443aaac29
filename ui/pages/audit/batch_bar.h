// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <array>

#include "domain/decision.h"
#include "ui/pages/audit/review_desk.h"
#include "ui/session/project_session.h"

namespace mia::ui {

/// Decides all pairs that the filter leaves, and tells before how many that would change.
class BatchBar : public QFrame {
  Q_OBJECT

 public:
  BatchBar(ProjectSession& session, std::shared_ptr<ReviewDesk> desk);

  /// Shows itself and counts what `query` asks for.
  void open(const curation::QueueQuery& query);
  bool isSettled() const { return !counting_; }
  QString preview() const { return preview_->text(); }
  QPushButton& button(DecisionKind kind);

 Q_SIGNALS:
  void asked(const std::vector<mia::PairId>& pairs, const mia::Act& act);
  void closed();
  void failed(const QString& sentence);

 private:
  struct Counted {
    std::vector<PairId> pairs;
    std::int64_t undecided = 0;
    std::int64_t accepted = 0;
    std::int64_t rejected = 0;
  };
  struct Choice {
    DecisionKind kind;
    QPushButton* button;
  };

  void show(const Counted& counted);

  ProjectSession& session_;
  std::shared_ptr<ReviewDesk> desk_;
  Counted counted_;
  bool counting_ = false;
  QLabel* preview_;
  std::array<Choice, 3> choices_;
};

}  // namespace mia::ui

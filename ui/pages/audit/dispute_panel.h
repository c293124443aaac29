// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVector>
#include <vector>

#include "curation/review_items.h"
#include "ui/session/project_session.h"

namespace mia::ui {

/// A pair on which reviews disagree, with what each of them says.
struct Dispute {
  PairId pair;
  std::string question;
  std::vector<std::pair<Review, ReviewState>> opinions;
};

/// What the reviews made of a pair, side by side, and the buttons that settle it.
class DisputePanel : public QScrollArea {
  Q_OBJECT

 public:
  explicit DisputePanel(ProjectSession& session);

  /// nullptr: none is chosen.
  void show(const Dispute* dispute);
  bool isSettled() const { return !reading_; }
  /// One for each opinion, in their order.
  QVector<QPushButton*> buttons() const { return buttons_; }

 Q_SIGNALS:
  void resolved(mia::PairId pair, const mia::ReviewState& state);
  void pairAsked(qint64 pair);
  void failed(const QString& sentence);

 private:
  void fill(const curation::ReviewPair& facts);
  QWidget* makeOpinion(const curation::ReviewPair& facts, const Review& review,
                       const ReviewState& state);

  ProjectSession& session_;
  Dispute dispute_;
  QWidget* body_;
  QLabel* question_;
  QLabel* reason_;
  QHBoxLayout* sides_;
  QPushButton* open_;
  QVector<QPushButton*> buttons_;
  bool reading_ = false;
};

}  // namespace mia::ui

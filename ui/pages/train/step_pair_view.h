// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QLabel>
#include <QWidget>

#include "curation/run_pairs.h"
#include "ui/pages/audit/pair_loader.h"
#include "ui/pages/responses/look_board.h"
#include "ui/widgets/difference_text.h"
#include "ui/widgets/elided_label.h"

namespace mia::ui {

/// A pair that a step learned from: its pictures under the heatmaps of both answers, on one scale,
/// and the answers with their differences marked.
class StepPairView : public QWidget {
  Q_OBJECT

 public:
  explicit StepPairView(ProjectSession& session);

  /// Shows a pair as soon as it is read, and `place` over it ("step 40 · pair 1 of 8").
  void showPair(const curation::LearnedPair& pair, const QString& place);
  /// The pair that is wanted; 0 before there is one.
  qint64 pair() const { return wanted_.step.pair; }
  bool isSettled() const { return loader_.isIdle(); }
  LookBoard& board() { return *board_; }
  const DifferenceText& answer(bool chosen) const { return chosen ? *chosen_ : *rejected_; }

 Q_SIGNALS:
  /// Another pair of the step is asked for, so many further on.
  void stepped(int pairs);
  void closed();
  /// This pair is to be audited.
  void auditAsked(qint64 pair);
  void failed(const QString& sentence);

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  QWidget* buildBar();
  QWidget* buildAnswers();
  void take(const std::shared_ptr<ShownPair>& pair);
  void showMaps();
  bool isSwapped() const;

  PairLoader loader_;
  curation::LearnedPair wanted_;
  std::shared_ptr<ShownPair> shown_;
  QAction* heatmap_ = nullptr;
  ElidedLabel* place_ = nullptr;
  ElidedLabel* question_ = nullptr;
  LookBoard* board_ = nullptr;
  DifferenceText* chosen_ = nullptr;
  DifferenceText* rejected_ = nullptr;
};

}  // namespace mia::ui

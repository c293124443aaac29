// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QWidget>
#include <memory>

#include "curation/review_items.h"
#include "curation/review_thresholds.h"
#include "ui/session/project_session.h"
#include "ui/widgets/cut_histogram.h"

namespace mia::ui {

/// The thresholds of the newest selection as pictures: how each figure is spread over right and
/// wrong answers, cuts that can be dragged, and at once which pairs would come and go.
class ThresholdView : public QWidget {
  Q_OBJECT

 public:
  explicit ThresholdView(ProjectSession& session);

  /// Reads the newest selection, unless that is the one that is shown.
  void refresh();
  bool isSettled() const { return !reading_ && !asking_ && !again_; }
  /// The histograms, those of the share by layout and number of images first.
  QVector<CutHistogram*> histograms() const;
  QString summary() const { return summary_->text(); }
  QListWidget& examples() { return *examples_; }
  QPushButton& applyButton() { return *apply_; }
  /// Every cut where the selection has it.
  void reset();

 Q_SIGNALS:
  /// A new selection with these cuts, as arguments of `mia`.
  void selectAsked(const QStringList& arguments);
  void pairAsked(qint64 pair);
  void failed(const QString& sentence);

 private:
  using Lens = std::shared_ptr<const curation::ThresholdLens>;
  struct Cut {
    curation::CutFigure figure;
    std::optional<curation::LayoutGroup> group;
    CutHistogram* histogram;
  };
  struct Answer {
    curation::WhatIf whatIf;
    std::vector<curation::ReviewItem> items;  ///< of the examples
  };

  QWidget* buildSide();
  void take(const Lens& lens);
  void addCut(curation::CutFigure figure, const std::optional<curation::LayoutGroup>& group);
  double& cutIn(selection::Rule& rule, const Cut& cut) const;
  selection::Rule changedRule() const;
  bool isChanged() const;
  void ask();
  void readExamples(const curation::WhatIf& whatIf);
  void tell(const curation::WhatIf& whatIf);
  void listExamples(const Answer& answer);

  ProjectSession& session_;
  Lens lens_;
  SelectionId shown_;
  QVector<Cut> cuts_;
  QWidget* board_;
  QGridLayout* grid_;
  QLabel* summary_;
  QLabel* details_;
  QPushButton* apply_;
  QPushButton* reset_;
  QListWidget* examples_;
  bool reading_ = false;
  bool asking_ = false;
  bool again_ = false;  ///< a cut was moved while the pool was asked
};

}  // namespace mia::ui

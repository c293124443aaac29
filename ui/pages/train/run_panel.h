// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>

#include "curation/run_history.h"
#include "curation/run_pairs.h"
#include "curation/run_remarks.h"
#include "ui/widgets/elided_label.h"

namespace mia::ui {

/// The words about one run: how it stands, what stands out, what failed and what to change, what a
/// person wrote about it, its facts; and the pairs of the step that was chosen on a curve.
class RunPanel : public QScrollArea {
  Q_OBJECT

 public:
  explicit RunPanel(QWidget* parent = nullptr);

  /// The buttons over the facts, in this order: with words what steers a run, each shown while its
  /// action is; icons for the others.
  void setActions(const QList<QAction*>& steering, const QList<QAction*>& others);
  /// A button over everything else.
  void addHead(QToolButton* button) { column_->insertWidget(0, button, 0, Qt::AlignLeft); }
  /// `stopping`: it was asked to end, and has not yet.
  void showRun(const curation::RunFacts& run, bool stopping);
  void showRemarks(const std::vector<curation::RunRemark>& remarks);
  void showNothing();
  /// The pairs of a step; none hides them.
  void showPairs(std::int64_t step, std::vector<curation::LearnedPair> learned);
  QListView& pairs() { return *pairs_; }
  /// To another pair of the step, so many further on.
  void stepPairs(int pairs);
  QString nextWords() const { return next_->text(); }
  QLineEdit& name() { return *name_; }
  QLineEdit& tags() { return *tags_; }
  QPlainTextEdit& note() { return *note_; }

 Q_SIGNALS:
  void stepAsked(qint64 step);
  void notesEdited(const mia::curation::RunNotes& before, const mia::curation::RunNotes& after);
  void logAsked();
  void sampleAsked(qint64 sample);
  /// A pair of the step is looked at; `place` says which.
  void pairChosen(const mia::curation::LearnedPair& pair, const QString& place);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* addBox(const QString& heading);
  /// `path`: one line, with "…" in its middle where it does not fit.
  void addFact(const QString& name, bool path);
  void setFact(int fact, const QString& value);
  void takeNotes();
  /// What is written in the fields.
  curation::RunNotes notes() const;
  QWidget* buildControls();
  void buildNotes();
  void buildPairs();
  void fillFacts(const curation::RunFacts& run);

  QVBoxLayout* column_;
  QLabel* title_;
  QLabel* state_;
  QLabel* next_;  ///< what comes of itself, or can be done
  QHBoxLayout* steering_;
  QHBoxLayout* buttons_;
  QWidget* controls_;
  std::int64_t pairsStep_ = 0;
  std::vector<curation::LearnedPair> learned_;  ///< [rows of pairs_]
  QWidget* failureBox_;
  QLabel* failure_;
  QLabel* advice_;
  QWidget* pairsBox_;
  QLabel* pairsTitle_;
  QListView* pairs_;
  QStandardItemModel* pairModel_;
  QWidget* remarksBox_;
  QVBoxLayout* remarks_;
  QWidget* notesBox_;
  QLineEdit* name_;
  QLineEdit* tags_;
  QPlainTextEdit* note_;
  QWidget* factsBox_;
  QGridLayout* facts_;
  QList<QPair<QLabel*, QLabel*>> factLabels_;
  std::vector<curation::RunRemark> shownRemarks_;
  curation::RunNotes shownNotes_;
  QString shownRun_;
};

}  // namespace mia::ui

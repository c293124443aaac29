// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QActionGroup>
#include <QLabel>
#include <QListView>
#include <QWidget>

#include "ui/pages/evaluate/comparison_model.h"

namespace mia::ui {

/// The samples behind a cell: those that got better, got worse, are both right, both wrong, in this
/// order; answers in the roles of LineDelegate.
class ComparedModel : public QAbstractListModel {
  Q_OBJECT

 public:
  using QAbstractListModel::QAbstractListModel;

  void show(std::shared_ptr<const curation::ArmComparison> comparison,
            std::vector<std::size_t> samples);
  const curation::ComparedSample& sampleAt(int row) const;
  /// -1 when it is not listed.
  int rowOf(qint64 sample) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  std::shared_ptr<const curation::ArmComparison> comparison_;
  std::vector<std::size_t> samples_;
};

/// The list of the samples behind a cell, with its choice of how they changed.
class ComparedList : public QWidget {
  Q_OBJECT

 public:
  ComparedList();

  /// `change`: only those, to begin with.
  void show(const ShownComparison& shown, const ComparisonCell& cell);
  void clear();
  /// Every change, or one of them; by whatever a person chooses it.
  void setChange(std::optional<curation::Change> change);
  std::optional<curation::Change> change() const { return change_; }
  void step(int samples);
  /// Makes this sample the current one; the first where it is 0. Nothing when it is not listed.
  bool choose(qint64 sample);
  void takeFocus() { view_->setFocus(); }

  ComparedModel& model() { return *model_; }
  QListView& view() { return *view_; }
  QString title() const { return title_->text(); }
  /// One per choice, for the page to give keys to: all, better, worse, both right, both wrong.
  const QList<QAction*> choices() const { return choices_->actions(); }

 Q_SIGNALS:
  /// A sample became the current one.
  void sampleChosen(qint64 sample);

 private:
  void list();

  ComparedModel* model_;
  QLabel* title_;
  QActionGroup* choices_;
  QListView* view_;
  ShownComparison shown_;
  evaluation::ComparisonRow row_;
  std::optional<curation::Change> change_;
};

}  // namespace mia::ui

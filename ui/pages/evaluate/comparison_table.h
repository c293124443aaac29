// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QStyledItemDelegate>
#include <QTableView>

#include "ui/pages/evaluate/comparison_model.h"

namespace mia::ui {

/// Paints a cell of the table; the column of intervals as a line with its point on one axis, whose
/// shape tells what its colour tells: up, down, or a dot where zero lies within.
class ComparisonDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  explicit ComparisonDelegate(ComparisonModel& model, QObject* parent);

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;

 private:
  void paintInterval(QPainter* painter, const QRectF& box, const QModelIndex& index) const;

  ComparisonModel& model_;
};

/// The comparison of two models: the table, and beneath it its current line in sentences.
class ComparisonTable : public QWidget {
  Q_OBJECT

 public:
  ComparisonTable();

  void show(QVector<ShownComparison> shown);
  ComparisonModel& model() { return *model_; }
  QTableView& view() { return *view_; }
  /// Makes a cell the current one; the one that is, where it stays, or the first otherwise.
  void choose(const QModelIndex& index);
  QString explanation() const { return explanation_->text(); }

 Q_SIGNALS:
  /// A cell became the current one.
  void cellChosen(const mia::ui::ComparisonCell& cell);
  /// Enter was pressed on it: its samples are to be walked through.
  void entered();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fitColumns();
  void tell(const QModelIndex& index);

  ComparisonModel* model_;
  QTableView* view_;
  QLabel* unanswered_;
  QLabel* explanation_;
};

}  // namespace mia::ui

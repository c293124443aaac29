// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QVector>
#include <memory>
#include <optional>

#include "curation/evaluate.h"

namespace mia::ui {

/// An evaluation's arm in the table.
struct ShownComparison {
  QString run;     ///< id of the evaluation
  QString letter;  ///< "A", "B", …; "" where it stands alone
  std::shared_ptr<const curation::ArmComparison> comparison;
};

/// What stands behind a cell: a group of samples, or those of them that changed in one way.
struct ComparisonCell {
  int shown = 0;  ///< index into the comparisons of the table
  evaluation::ComparisonRow row;
  std::optional<curation::Change> change;
};

/// The table: a line per group of samples, and where several comparisons are shown a line for each
/// of them under one another, with the figures of `mia evaluate` in its words.
class ComparisonModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column {
    kGroup,
    kLetter,  ///< of several comparisons; hidden when there is one
    kSamples,
    kBefore,
    kAfter,
    kDifference,
    kInterval,  ///< painted: the interval on an axis that all rows share
    kBetter,
    kWorse,
    kBothRight,
    kBothWrong,
    kColumns
  };
  enum Role {
    kRowRole = Qt::UserRole + 1,  ///< bool: its group has no indent
    kLowRole,                     ///< double: ends of the interval and the difference
    kHighRole,
    kPointRole,
  };

  using QAbstractTableModel::QAbstractTableModel;

  void show(QVector<ShownComparison> shown);
  const QVector<ShownComparison>& shown() const { return shown_; }
  ComparisonCell cellAt(const QModelIndex& index) const;
  /// The cell of a group and column, of the first comparison; invalid where there is none.
  QModelIndex find(const QString& group, Column column) const;
  /// How far the axis of the intervals reaches to both sides; a share.
  double reach() const { return reach_; }
  /// All that is known of a row, in sentences.
  QString explain(const QModelIndex& index) const;
  /// The tables as plain text, as the command line prints them.
  QString asText() const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  struct Line {
    int shown = 0;
    int row = 0;
  };

  const evaluation::ComparisonRow& rowAt(int line) const;
  QString words(const evaluation::ComparisonRow& row, int column, int line) const;
  QString why(const evaluation::ComparisonRow& row, int column) const;

  QVector<ShownComparison> shown_;
  QVector<Line> lines_;
  double reach_ = 0.1;
};

/// "got better", "got worse", "both right", "both wrong".
QString changeWords(curation::Change change);
/// "all multi-image", "sequence", "sequence 3": the group in the window's words.
QString groupWords(const evaluation::ComparisonRow& row);

}  // namespace mia::ui

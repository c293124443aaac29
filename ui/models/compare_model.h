// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include "curation/run_compare.h"

namespace mia::ui {

/// Runs side by side, a column each: their best figures, then the settings that differ, then those
/// that are the same. "≠" marks a difference, "★" the best.
class CompareModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  using QAbstractTableModel::QAbstractTableModel;

  void setComparison(const QStringList& titles, const curation::RunComparison& comparison);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  struct Row {
    QString name;
    QStringList cells;
    bool differs = false;
    int best = -1;
    bool operator==(const Row&) const = default;
  };

  QStringList titles_;
  QVector<Row> rows_;
};

}  // namespace mia::ui

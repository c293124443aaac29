// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <vector>

#include "curation/run_history.h"

namespace mia::ui {

/// The training runs of a project, newest first, in the roles of LineDelegate.
class RunModel : public QAbstractListModel {
  Q_OBJECT

 public:
  using QAbstractListModel::QAbstractListModel;

  /// Takes over how they stand; rows that stay keep their selection.
  void setRuns(const std::vector<curation::RunFacts>& runs);

  QString idAt(int row) const;
  /// -1 when it is not listed.
  int rowOf(const QString& id) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  std::vector<curation::RunFacts> runs_;
};

/// How a run stands: "finished", "waiting for its turn", "step 12 of 32".
QString stateWords(const curation::RunFacts& run);
/// What comes next of itself or can be done, a sentence; empty where its end says all.
QString nextWords(const curation::RunFacts& run);
/// "22 Nov, 08:11", in local time.
QString momentWords(const std::string& created);

}  // namespace mia::ui

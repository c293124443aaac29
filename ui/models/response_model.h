// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <vector>

#include "curation/responses.h"
#include "ui/models/line_pages.h"

namespace mia::ui {

/// The answered samples that a query asks for: all ids are known, the lines are read a page at a
/// time when a view asks.
class ResponseModel : public QAbstractListModel {
  Q_OBJECT

 public:
  /// Answers in the roles of LineDelegate; samples that gave a pair are marked.
  ResponseModel(ProjectSession& session, QObject* parent);

  const curation::ResponseQuery& query() const { return query_; }
  /// Replaces what is listed; what was listed stays until the answer is there.
  void setQuery(const curation::ResponseQuery& query);
  void reload();

  qint64 idAt(int row) const { return pages_.ids()[static_cast<std::size_t>(row)]; }
  /// -1 when it is not listed.
  int rowOf(qint64 id) const;
  bool isLoaded() const { return loaded_; }

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 Q_SIGNALS:
  /// The list is there (again).
  void listed();
  void failed(const QString& sentence);

 private:
  ProjectSession& session_;
  curation::ResponseQuery query_;
  mutable LinePages<curation::ResponseItem> pages_;
  int generation_ = 0;  ///< of what was asked for
  bool loaded_ = false;
};

}  // namespace mia::ui

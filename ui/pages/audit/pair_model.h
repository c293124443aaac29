// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QSet>
#include <memory>

#include "curation/review_items.h"
#include "ui/models/line_pages.h"
#include "ui/pages/audit/review_desk.h"

namespace mia::ui {

/// How far a state that is shown has come on its way to the disk.
enum class Saved { kYes, kNotYet, kFailed };

/// The pairs of the newest selection that a query asks for, in its order. What is decided here
/// shows at once; the list itself stays as it was until it is asked for anew, so that nothing moves
/// under the hand.
class PairModel : public QAbstractListModel {
  Q_OBJECT

 public:
  PairModel(ProjectSession& session, std::shared_ptr<ReviewDesk> desk, QObject* parent);

  const curation::QueueQuery& query() const { return query_; }
  void setQuery(const curation::QueueQuery& query);
  void reload();
  /// What is listed is what was asked for last.
  bool isLoaded() const { return listing_ == generation_; }
  /// Pairs of the newest selection, whatever the query leaves of them; 0 without a selection.
  std::int64_t allPairs() const { return allPairs_; }
  /// Of them (in a blind review of those that it goes by) the undecided, as they were listed.
  std::int64_t allUndecided() const { return allUndecided_; }
  /// What a query can narrow them to.
  const curation::QueueChoices& choices() const { return choices_; }

  qint64 idAt(int row) const { return pages_.ids()[static_cast<std::size_t>(row)]; }
  /// -1 when it is not listed.
  int rowOf(qint64 id) const { return rows_.value(id, -1); }
  /// The first row behind `row` (before it with step -1) that is undecided, else, once around, the
  /// first there is; -1: none.
  int undecidedFrom(int row, int step = 1) const;
  int undecidedCount() const { return static_cast<int>(undecided_.size()); }

  /// A pair's state as the person has just made it.
  void setState(qint64 pair, const ReviewState& state, Saved saved);
  Saved saved(qint64 pair) const { return changes_.value(pair).saved; }
  /// What the person made of it while it is listed; nullptr: nothing since it was read.
  const ReviewState* changedState(qint64 pair) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 Q_SIGNALS:
  /// The list is there (again).
  void listed();
  void failed(const QString& sentence);

 private:
  struct Change {
    ReviewState state;
    Saved saved = Saved::kYes;
  };
  struct Listing {
    std::int64_t allPairs = 0;
    std::int64_t allUndecided = 0;
    curation::QueueChoices choices;
    std::vector<std::int64_t> ids;
    QHash<qint64, int> rows;
    QSet<qint64> undecided;
  };

  void take(Listing listing);
  QString captionOf(const curation::ReviewItem& item) const;
  const ReviewState& stateOf(const curation::ReviewItem& item) const;

  ProjectSession& session_;
  std::shared_ptr<ReviewDesk> desk_;
  curation::QueueQuery query_;
  mutable LinePages<curation::ReviewItem> pages_;
  QHash<qint64, int> rows_;
  QSet<qint64> undecided_;
  QHash<qint64, Change> changes_;
  std::int64_t allPairs_ = 0;
  std::int64_t allUndecided_ = 0;
  curation::QueueChoices choices_;
  int generation_ = 0;  ///< of what was asked for
  int listing_ = -1;    ///< of what is listed
};

}  // namespace mia::ui

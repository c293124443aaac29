// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "curation/browse_query.h"

namespace mia::ui {

/// What a query leaves out, a chip each; pressing one takes that filter away.
class FilterChips : public QWidget {
  Q_OBJECT

 public:
  explicit FilterChips(QWidget* parent = nullptr);

  /// `counts` know the labels of values; `usedName` is the image that samples must use.
  void show(const curation::BrowseQuery& query, const curation::FacetCounts& counts,
            const QString& usedName);

 Q_SIGNALS:
  void queryAsked(const mia::curation::BrowseQuery& query);

 private:
  void add(const QString& words, const curation::BrowseQuery& without);
};

}  // namespace mia::ui

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QActionGroup>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <map>

#include "curation/browse.h"

namespace mia::ui {

class FilterChips;

/// What stands above the grid: how many rows there are, how they are ordered, views that were
/// saved, and beneath it the filters as chips.
class GalleryBar : public QWidget {
  Q_OBJECT

 public:
  explicit GalleryBar(QWidget* parent = nullptr);

  void setQuery(const curation::BrowseQuery& query, const curation::FacetCounts& counts,
                const QString& usedName);
  void setFound(qint64 rows);
  void setViews(const std::vector<curation::SavedQuery>& views);
  QAction* filterAction() { return filter_; }
  /// Puts a button for `action` beside the orders.
  void addTool(QAction* action);

 Q_SIGNALS:
  void queryAsked(const mia::curation::BrowseQuery& query);
  void viewSaved(const QString& name);
  void viewRemoved(const QString& name);

 private:
  void buildActions();
  void buildSave();
  void sortBy(curation::SortKey key);
  void fillViews();

  curation::BrowseQuery query_;
  std::vector<curation::SavedQuery> views_;
  QAction* filter_;
  QAction* direction_;
  QAction* saveView_;
  QAction* clear_;
  QActionGroup* sorts_;
  std::map<curation::SortKey, QAction*> sortActions_;
  QHBoxLayout* row_;
  QLabel* found_;
  QToolButton* sort_;
  QToolButton* viewButton_;
  QMenu* viewMenu_;
  QLineEdit* viewName_;
  FilterChips* chips_;
};

}  // namespace mia::ui

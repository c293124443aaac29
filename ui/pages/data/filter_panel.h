// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include "curation/browse_query.h"

namespace mia::ui {

/// Everything that the gallery can be narrowed by, with how many rows each choice would leave.
class FilterPanel : public QScrollArea {
  Q_OBJECT

 public:
  explicit FilterPanel(QWidget* parent = nullptr);

  /// The query that is edited. Its choices are shown at once, their counts with setCounts().
  void setQuery(const curation::BrowseQuery& query);
  void setCounts(const curation::FacetCounts& counts);
  void takeFocus();

 Q_SIGNALS:
  void queryAsked(const mia::curation::BrowseQuery& query);

 private:
  struct Choice {
    QWidget* row = nullptr;
    QCheckBox* box = nullptr;
    QLabel* count = nullptr;
  };
  struct Section {
    QWidget* box = nullptr;
    QVBoxLayout* rows = nullptr;
    QLabel* more = nullptr;
    QHash<QString, Choice> choices;
  };
  struct Ends {
    QWidget* row = nullptr;
    QLineEdit* low = nullptr;
    QLineEdit* high = nullptr;
  };

  Section makeSection(curation::Facet facet);
  Ends makeEnds(curation::Score score);
  Choice& choiceOf(curation::Facet facet, const curation::FacetChoice& choice);
  void choose(curation::Facet facet, const std::string& value, bool on);
  void narrow(curation::Score score);
  void showChoices();

  curation::BrowseQuery query_;
  std::map<curation::Facet, Section> sections_;
  std::map<curation::Score, Ends> ends_;
  QWidget* scores_ = nullptr;
};

}  // namespace mia::ui

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/filter_chips.h"

#include <QToolButton>

#include "ui/pages/data/gallery_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

std::string labelOf(const curation::FacetCounts& counts, curation::Facet facet,
                    const std::string& value) {
  const auto found = counts.find(facet);
  if (found == counts.end()) return {};
  for (const curation::FacetChoice& choice : found->second) {
    if (choice.value == value) return choice.label;
  }
  return {};
}

}  // namespace

FilterChips::FilterChips(QWidget* parent) : QWidget(parent) {
  setLayout(new FlowLayout(this, space::kTiny));
  layout()->setContentsMargins(space::kLarge, space::kTiny, space::kLarge, space::kTiny);
  setAccessibleName(tr("Filters"));
  hide();
}

void FilterChips::show(const curation::BrowseQuery& query, const curation::FacetCounts& counts,
                       const QString& usedName) {
  while (QLayoutItem* item = layout()->takeAt(0)) {
    item->widget()->deleteLater();
    delete item;
  }
  const auto chip = [&](const QString& words, auto&& drop) {
    curation::BrowseQuery without = query;
    drop(without);
    add(words, without);
  };
  if (query.uses) chip(tr("uses %1").arg(usedName), [](auto& q) { q.uses = {}; });
  for (const auto& [facet, values] : query.choices) {
    for (const std::string& value : values) {
      const QString words = wordsOf(facet, value, labelOf(counts, facet, value));
      chip(QStringLiteral("%1: %2").arg(wordsOf(facet), words), [&, f = facet](auto& q) {
        q.choices[f].erase(value);
        if (q.choices[f].empty()) q.choices.erase(f);
      });
    }
  }
  for (const auto& [score, range] : query.ranges) {
    chip(wordsOf(score, range), [s = score](auto& q) { q.ranges.erase(s); });
  }
  setVisible(layout()->count() > 0);
}

void FilterChips::add(const QString& words, const curation::BrowseQuery& without) {
  QToolButton* chip = makeFilterChip(words);
  connect(chip, &QToolButton::clicked, this, [this, without] { Q_EMIT queryAsked(without); });
  layout()->addWidget(chip);
  chip->show();
}

}  // namespace mia::ui

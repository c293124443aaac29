// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/json.h"
#include "ui/pages/data/data_page.h"
#include "ui/pages/data/detail_pane.h"
#include "ui/pages/data/gallery_bar.h"
#include "ui/pages/data/gallery_view.h"
#include "ui/pages/data/mark_command.h"
#include "ui/pages/data/selection_bar.h"
#include "ui/session/settings.h"
#include "ui/widgets/parts.h"

// What a person adds to items, and what the page remembers of itself.

namespace mia::ui {

void DataPage::buildMarkActions() {
  QAction* tag = makeAction(this, QStringLiteral("tag"), tr("Tag the selected items"), {Qt::Key_T});
  connect(tag, &QAction::triggered, this, [this] {
    if (model_->shelf() != curation::Shelf::kQuarantine) selection_->beginTag();
  });
  selection_->excludeAction()->setShortcut(Qt::Key_X);
  selection_->excludeAction()->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  addAction(selection_->excludeAction());
  connect(selection_->excludeAction(), &QAction::triggered, this, &DataPage::excludeSelected);
  addActions(bar_->actions());
}

std::vector<std::int64_t> DataPage::selectedIds() const {
  std::vector<std::int64_t> ids;
  for (const QItemSelectionRange& range : gallery_->selectionModel()->selection()) {
    for (int row = range.top(); row <= range.bottom(); ++row) ids.push_back(model_->idAt(row));
  }
  return ids;
}

void DataPage::showSelection() {
  const bool marks = model_->shelf() != curation::Shelf::kQuarantine;
  selection_->setSelected(marks ? gallery_->selectedCount() : 0);
  selection_->setExcluded(gallery_->currentIndex().data(GalleryModel::kExcludedRole).toBool());
}

// What the current item is decides for all: it is the one that the person sees large.
void DataPage::excludeSelected() {
  auto ids = selectedIds();
  if (ids.empty() || model_->shelf() == curation::Shelf::kQuarantine) return;
  const bool on = !gallery_->currentIndex().data(GalleryModel::kExcludedRole).toBool();
  session_.undoStack().push(new MarkCommand(session_, this,
                                            {model_->shelf(), std::move(ids), QString(), on},
                                            [this](const QString& error) { marked(error); }));
}

void DataPage::tagSelected(const QString& tag, bool on) {
  auto ids = selectedIds();
  if (ids.empty() || model_->shelf() == curation::Shelf::kQuarantine) return;
  session_.undoStack().push(new MarkCommand(session_, this,
                                            {model_->shelf(), std::move(ids), tag, on},
                                            [this](const QString& error) { marked(error); }));
}

void DataPage::marked(const QString& error) {
  if (!error.isEmpty()) note_->showError(error);
  model_->reload();
  detail_->reload();
  readNames();
}

void DataPage::readNames() {
  using Names = std::pair<std::vector<curation::SavedQuery>, std::vector<std::string>>;
  session_.read(
      this, [](curation::Browser& browser) { return Names(browser.views(), browser.tags()); },
      [this](Outcome<Names> outcome) {
        if (!outcome.value) return note_->showError(outcome.error);
        bar_->setViews(outcome.value->first);
        QStringList tags;
        for (const std::string& tag : outcome.value->second) tags << QString::fromStdString(tag);
        selection_->setTags(tags);
      });
}

void DataPage::setFiltersShown(bool shown) {
  bar_->filterAction()->setChecked(shown);
  applyMode();
}

void DataPage::keepState() {
  const Json state{{"project", session_.folder().toStdString()},
                   {"query", curation::toJson(model_->query())},
                   {"item", keptId_}};
  set(settings::kDataState, QString::fromStdString(state.dump()));
}

void DataPage::restoreState() {
  setFiltersShown(get(settings::kFiltersShown));
  curation::BrowseQuery query;
  qint64 item = 0;
  try {
    const Json state = parseJson(get(settings::kDataState).toStdString(), "the page's state");
    if (require<std::string>(state, "project", "the page's state") ==
        session_.folder().toStdString()) {
      query = curation::browseQueryFromJson(require<Json>(state, "query", "the page's state"));
      item = require<qint64>(state, "item", "the page's state");
    }
  } catch (const Error&) {
    // None was kept, or one that this program cannot read: the page begins as new.
  }
  ask(query);
  keptId_ = item;
}

}  // namespace mia::ui

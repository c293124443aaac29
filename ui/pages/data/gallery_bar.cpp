// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/gallery_bar.h"

#include <QVBoxLayout>

#include "ui/models/gallery_model.h"
#include "ui/pages/data/filter_chips.h"
#include "ui/pages/data/gallery_words.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

QToolButton* menuButton(const QString& iconName, QMenu* menu) {
  auto* button = new QToolButton;
  button->setProperty("role", "menu");
  button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  button->setIcon(icon(iconName));
  button->setIconSize({16, 16});
  button->setPopupMode(QToolButton::InstantPopup);
  button->setFocusPolicy(Qt::TabFocus);
  button->setMenu(menu);
  return button;
}

}  // namespace

GalleryBar::GalleryBar(QWidget* parent)
    : QWidget(parent),
      sorts_(new QActionGroup(this)),
      row_(new QHBoxLayout),
      found_(makeLabel("caption")),
      viewMenu_(new QMenu(this)),
      viewName_(new QLineEdit),
      chips_(new FilterChips) {
  buildActions();
  auto* sortMenu = new QMenu(this);
  sortMenu->addActions(sorts_->actions());
  sortMenu->addSeparator();
  sortMenu->addAction(direction_);
  sort_ = menuButton(QStringLiteral("ascending"), sortMenu);
  viewButton_ = menuButton(QStringLiteral("view"), viewMenu_);
  viewButton_->setText(tr("Views"));
  viewButton_->setAccessibleName(tr("Saved views"));
  viewButton_->setToolTip(tr("Saved views: filters and order under a name"));
  buildSave();

  QToolButton* filter = makeButton(filter_);
  filter->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  filter->setProperty("role", "menu");
  row_->setContentsMargins(space::kMedium, space::kTiny, space::kMedium, space::kTiny);
  row_->setSpacing(space::kSmall);
  row_->addWidget(filter);
  row_->addWidget(found_);
  row_->addStretch();
  row_->addWidget(viewName_);
  row_->addWidget(sort_);
  row_->addWidget(viewButton_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addLayout(row_);
  column->addWidget(chips_);
  connect(chips_, &FilterChips::queryAsked, this, &GalleryBar::queryAsked);
  fillViews();
}

void GalleryBar::addTool(QAction* action) {
  row_->insertWidget(row_->indexOf(sort_), makeButton(action));
}

void GalleryBar::buildActions() {
  filter_ =
      makeAction(this, QStringLiteral("filter"), tr("Filters"), {Qt::CTRL | Qt::SHIFT | Qt::Key_F});
  filter_->setCheckable(true);
  clear_ = makeAction(this, QStringLiteral("close"), tr("Clear all filters"),
                      {Qt::CTRL | Qt::Key_Backspace});
  connect(clear_, &QAction::triggered, this, [this] {
    curation::BrowseQuery query;
    query.shelf = query_.shelf;
    query.sort = query_.sort;
    query.descending = query_.descending;
    Q_EMIT queryAsked(query);
  });
  direction_ = makeAction(this, QStringLiteral("descending"), tr("Highest or last first"),
                          {Qt::CTRL | Qt::SHIFT | Qt::Key_D});
  direction_->setCheckable(true);
  connect(direction_, &QAction::triggered, this, [this](bool on) {
    query_.descending = on;
    Q_EMIT queryAsked(query_);
  });
  for (const curation::Shelf shelf : {curation::Shelf::kImages, curation::Shelf::kSamples}) {
    for (const curation::SortKey key : curation::sortKeysOf(shelf)) {
      if (sortActions_.contains(key)) continue;
      auto* action = new QAction(wordsOf(key), sorts_);
      action->setCheckable(true);
      sortActions_[key] = action;
      connect(action, &QAction::triggered, this, [this, key] { sortBy(key); });
    }
  }
}

void GalleryBar::buildSave() {
  saveView_ = makeAction(this, QStringLiteral("view"), tr("Save this view"),
                         {Qt::CTRL | Qt::SHIFT | Qt::Key_V});
  viewName_->setPlaceholderText(tr("Name of the view"));
  viewName_->setAccessibleName(tr("Name under which this view is saved"));
  viewName_->setMaximumWidth(200);
  viewName_->hide();
  connect(saveView_, &QAction::triggered, this, [this] {
    viewName_->show();
    viewName_->setFocus(Qt::ShortcutFocusReason);
  });
  connect(viewName_, &QLineEdit::returnPressed, this, [this] {
    const QString name = viewName_->text().simplified();
    viewName_->clear();
    viewName_->hide();
    if (!name.isEmpty()) Q_EMIT viewSaved(name);
  });
  auto* leave = new QAction(viewName_);
  leave->setShortcut(Qt::Key_Escape);
  leave->setShortcutContext(Qt::WidgetShortcut);
  connect(leave, &QAction::triggered, viewName_, &QWidget::hide);
  viewName_->addAction(leave);
}

void GalleryBar::sortBy(curation::SortKey key) {
  query_.sort = key;
  Q_EMIT queryAsked(query_);
}

void GalleryBar::setQuery(const curation::BrowseQuery& query, const curation::FacetCounts& counts,
                          const QString& usedName) {
  query_ = query;
  const auto& keys = curation::sortKeysOf(query.shelf);
  for (const auto& [key, action] : sortActions_) {
    action->setVisible(std::find(keys.begin(), keys.end(), key) != keys.end());
    action->setChecked(key == query.sort);
  }
  direction_->setChecked(query.descending);
  sort_->setIcon(
      icon(query.descending ? QStringLiteral("descending") : QStringLiteral("ascending")));
  sort_->setText(wordsOf(query.sort));
  sort_->setAccessibleName(tr("Order: %1").arg(wordsOf(query.sort)));
  sort_->setToolTip(tr("Order of the gallery"));
  clear_->setEnabled(query.narrows());
  chips_->show(query, counts, usedName);
}

void GalleryBar::setFound(qint64 rows) {
  found_->setText(query_.narrows() ? tr("%1 found").arg(grouped(rows)) : grouped(rows));
}

void GalleryBar::setViews(const std::vector<curation::SavedQuery>& views) {
  views_ = views;
  fillViews();
}

void GalleryBar::fillViews() {
  viewMenu_->clear();
  for (const curation::SavedQuery& view : views_) {
    viewMenu_->addAction(QString::fromStdString(view.name), this,
                         [this, query = view.query] { Q_EMIT queryAsked(query); });
  }
  if (!views_.empty()) viewMenu_->addSeparator();
  viewMenu_->addAction(saveView_);
  viewMenu_->addAction(clear_);
  if (views_.empty()) return;
  QMenu* remove = viewMenu_->addMenu(tr("Remove"));
  for (const curation::SavedQuery& view : views_) {
    const QString name = QString::fromStdString(view.name);
    remove->addAction(name, this, [this, name] { Q_EMIT viewRemoved(name); });
  }
}

}  // namespace mia::ui

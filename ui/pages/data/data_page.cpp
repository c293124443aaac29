// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/data_page.h"

#include <QHBoxLayout>
#include <QScrollBar>

#include "curation/marks.h"
#include "ui/pages/data/detail_pane.h"
#include "ui/pages/data/filter_panel.h"
#include "ui/pages/data/gallery_bar.h"
#include "ui/pages/data/gallery_view.h"
#include "ui/pages/data/selection_bar.h"
#include "ui/pages/data/shelf_bar.h"
#include "ui/session/settings.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

constexpr int kNarrow = 1040;  ///< below this width the detail takes the gallery's place

curation::BrowseQuery lookAlikes() {
  curation::BrowseQuery query;
  query.choices[curation::Facet::kStatus] = {"alike"};
  query.sort = curation::SortKey::kAlike;
  return query;
}

QString missingWords(curation::Shelf shelf, qint64 id) {
  const QString words = shelf == curation::Shelf::kSamples
                            ? DataPage::tr("There is no sample %1 in this project.")
                            : DataPage::tr("There is no image %1 in this project.");
  return words.arg(id);
}

}  // namespace

DataPage::DataPage(ProjectSession& session)
    : session_(session), model_(new GalleryModel(session, this)) {
  tools_ = new ShelfBar(this);
  buildBody();
  buildActions();
  buildMarkActions();
  connectParts();
  connectGallery();
  tools_->setCounts(session_.counts());
  restoreState();
  readNames();
  session_.refresh();
}

DataPage::~DataPage() {
  if (mode_ == Mode::kBrowse && !isNarrow()) set(settings::kDataSplitter, splitter_->saveState());
  keepState();
}

void DataPage::buildBody() {
  note_ = new Note;
  gallery_ = new GalleryView;
  gallery_->setModel(model_);
  gallery_->setAccessibleName(tr("Gallery"));
  gallery_->setEdge(get(settings::kThumbnailEdge));
  tools_->setEdge(gallery_->edge());

  bar_ = new GalleryBar;
  selection_ = new SelectionBar;
  filters_ = new FilterPanel;
  left_ = new QWidget;
  auto* column = new QVBoxLayout(left_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(bar_);
  column->addWidget(note_);
  column->addWidget(gallery_, 1);
  column->addWidget(selection_);

  detail_ = new DetailPane(session_);
  splitter_ = new QSplitter(Qt::Horizontal);
  splitter_->setChildrenCollapsible(false);
  splitter_->setHandleWidth(1);
  splitter_->addWidget(filters_);
  splitter_->addWidget(left_);
  splitter_->addWidget(detail_);
  splitter_->setStretchFactor(0, 0);
  splitter_->setStretchFactor(1, 3);
  splitter_->setStretchFactor(2, 2);
  filters_->setMinimumWidth(268);
  left_->setMinimumWidth(280);
  detail_->setMinimumWidth(340);
  if (!splitter_->restoreState(get(settings::kDataSplitter))) splitter_->setSizes({240, 600, 440});

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(splitter_);
}

void DataPage::buildActions() {
  const auto on = [this](const char* iconName, const QString& text, const QKeySequence& key,
                         auto work) {
    QAction* action = makeAction(this, QString::fromLatin1(iconName), text, {key});
    connect(action, &QAction::triggered, this, work);
    return action;
  };
  on("image", tr("Show images"), Qt::CTRL | Qt::SHIFT | Qt::Key_I,
     [this] { showShelf(curation::Shelf::kImages); });
  on("samples", tr("Show samples"), Qt::CTRL | Qt::SHIFT | Qt::Key_S,
     [this] { showShelf(curation::Shelf::kSamples); });
  on("warning", tr("Show quarantined rows"), Qt::CTRL | Qt::SHIFT | Qt::Key_Q,
     [this] { showShelf(curation::Shelf::kQuarantine); });
  bar_->addTool(on("look-alikes", tr("Find look-alikes"), Qt::CTRL | Qt::SHIFT | Qt::Key_L, [this] {
    Q_EMIT jobAsked(tr("Finding look-alikes"), {QStringLiteral("duplicates")});
  }));
  on("back", tr("Back, or clear all filters"), Qt::Key_Escape, [this] {
    if (mode_ == Mode::kLarge) {
      setMode(Mode::kBrowse);
    } else {
      clearFilters();
    }
    gallery_->setFocus();
  });
  connect(detail_->backAction(), &QAction::triggered, this, [this] {
    setMode(Mode::kBrowse);
    gallery_->setFocus();
  });
  connect(detail_->largeAction(), &QAction::triggered, this, [this] { setMode(Mode::kLarge); });
  connect(detail_->previousAction(), &QAction::triggered, this, [this] { step(-1); });
  connect(detail_->nextAction(), &QAction::triggered, this, [this] { step(+1); });
  addActions(detail_->actions());  // their keys work in the gallery as well
  // The search field stands in the header, outside of this widget: its key belongs to the window.
  QAction* find = makeAction(this, QStringLiteral("search"), tr("Search"), {QKeySequence::Find});
  find->setShortcutContext(Qt::WindowShortcut);
  connect(find, &QAction::triggered, tools_, &ShelfBar::focusSearch);
}

void DataPage::connectParts() {
  connect(tools_, &ShelfBar::shelfChosen, this, &DataPage::showShelf);
  connect(tools_, &ShelfBar::searchAsked, this, &DataPage::search);
  connect(tools_, &ShelfBar::left, this, [this] { gallery_->setFocus(); });
  connect(bar_, &GalleryBar::queryAsked, this, &DataPage::ask);
  connect(filters_, &FilterPanel::queryAsked, this, &DataPage::ask);
  connect(bar_->filterAction(), &QAction::triggered, this, [this](bool shown) {
    set(settings::kFiltersShown, shown);
    setFiltersShown(shown);
    if (shown) filters_->takeFocus();
  });
  connect(bar_, &GalleryBar::viewSaved, this, [this](const QString& name) {
    session_.write(
        this,
        [name = name.toStdString(), query = model_->query()](curation::Project& project) {
          curation::saveView(project, name, query);
          return true;
        },
        [this](Outcome<bool> outcome) { marked(outcome.error); });
    gallery_->setFocus();
  });
  connect(bar_, &GalleryBar::viewRemoved, this, [this](const QString& name) {
    session_.write(
        this,
        [name = name.toStdString()](curation::Project& project) {
          curation::removeView(project, name);
          return true;
        },
        [this](Outcome<bool> outcome) { marked(outcome.error); });
  });
  connect(&session_, &ProjectSession::failed, note_, &Note::showError);
  connect(&session_, &ProjectSession::countsChanged, this, [this] {
    tools_->setCounts(session_.counts());
    if (model_->isLoaded()) model_->reload();
    detail_->reload();
  });
  connect(&detail_->canvas(), &PictureCanvas::stepped, this, &DataPage::step);
  connect(detail_, &DetailPane::samplesUsing, this, &DataPage::showUsesOf);
  connect(detail_, &DetailPane::alikeAsked, this, [this] {
    setMode(Mode::kBrowse);
    ask(lookAlikes());
    gallery_->setFocus();
  });
}

void DataPage::connectGallery() {
  connect(tools_, &ShelfBar::edgeChosen, gallery_, &GalleryView::setEdge);
  connect(gallery_, &GalleryView::edgeChanged, this, [this](int edge) {
    tools_->setEdge(edge);
    set(settings::kThumbnailEdge, edge);
  });
  connect(gallery_, &GalleryView::devicePixelsChanged, model_, &GalleryModel::setThumbnailEdge);
  connect(gallery_, &QAbstractItemView::activated, this, [this] { setMode(Mode::kLarge); });
  connect(gallery_->selectionModel(), &QItemSelectionModel::currentChanged, this,
          &DataPage::showCurrent);
  connect(model_, &GalleryModel::listed, this, &DataPage::listed);
  connect(gallery_, &GalleryView::selectionEdited, this, &DataPage::showSelection);
  connect(model_, &GalleryModel::failed, note_, &Note::showError);
  connect(model_, &GalleryModel::counted, this, [this] {
    filters_->setCounts(model_->counts());
    bar_->setQuery(model_->query(), model_->counts(), usedName_);
  });
  connect(selection_, &SelectionBar::tagAsked, this, &DataPage::tagSelected);
  connect(selection_, &SelectionBar::left, this, [this] { gallery_->setFocus(); });
}

QWidget* DataPage::headerTools() { return tools_; }

void DataPage::takeFocus() { gallery_->setFocus(); }

bool DataPage::isSettled() const {
  return model_->isWhole() && !tools_->isWaiting() && detail_->isSettled() && session_.isIdle();
}

bool DataPage::showState(const QString& state) {
  const QString what = state.section(QLatin1Char('/'), 0, 0);
  const bool large = what == QLatin1String("image") || what == QLatin1String("sample");
  const auto is = [&](const char* name) { return what == QLatin1String(name); };
  curation::BrowseQuery query;
  if (is("samples") || is("sample") || is("filters")) query.shelf = curation::Shelf::kSamples;
  if (is("quarantine")) query.shelf = curation::Shelf::kQuarantine;
  if (is("duplicates")) query = lookAlikes();
  if (is("filters")) {
    query.choices[curation::Facet::kLayout] = {"grid", "pip"};
    query.choices[curation::Facet::kStatus] = {"answered"};
    query.sort = curation::SortKey::kShare;
    setFiltersShown(true);
  }
  static const QStringList known{{},       "images",     "image",      "samples",
                                 "sample", "quarantine", "duplicates", "filters"};
  if (!known.contains(what)) return false;
  ask(query);
  setMode(large ? Mode::kLarge : Mode::kBrowse);
  if (large) goTo(state.section(QLatin1Char('/'), 1).toLongLong());
  return true;
}

/// Turns to an item of the list by its number.
void DataPage::goTo(qint64 id) {
  keptId_ = askedId_ = id;
  if (model_->isListed()) listed();
}

void DataPage::ask(const curation::BrowseQuery& query) {
  if (query.shelf != model_->query().shelf) keptId_ = 0;
  tools_->setQuery(query);
  if (!query.uses) {
    usedName_.clear();
  } else if (usedName_.isEmpty()) {
    usedName_ = tr("image %1").arg(query.uses.value);
  }
  filters_->setQuery(query);
  bar_->setQuery(query, model_->counts(), usedName_);
  model_->setQuery(query);
  updateEmptyText();
}

// What another shelf cannot be narrowed or ordered by is left behind.
void DataPage::showShelf(curation::Shelf shelf) {
  if (model_->query().shelf == shelf && model_->isLoaded()) return;
  curation::BrowseQuery query;
  query.shelf = shelf;
  if (shelf != curation::Shelf::kQuarantine) query.text = model_->query().text;
  ask(query);
}

void DataPage::search(const QString& words) {
  curation::BrowseQuery query = model_->query();
  query.text = words.toStdString();
  ask(query);
}

void DataPage::showUsesOf(qint64 image, const QString& name) {
  curation::BrowseQuery query;
  query.shelf = curation::Shelf::kSamples;
  query.uses = ImageId{image};
  usedName_ = name;
  setMode(Mode::kBrowse);
  ask(query);
  gallery_->setFocus();
}

void DataPage::clearFilters() {
  curation::BrowseQuery query;
  query.shelf = model_->query().shelf;
  query.sort = model_->query().sort;
  query.descending = model_->query().descending;
  ask(query);
}

void DataPage::listed() {
  const curation::BrowseQuery& query = model_->query();
  bar_->setFound(model_->rowCount());
  note_->clear();
  const qint64 asked = std::exchange(askedId_, 0);
  const int kept = keptId_ ? model_->rowOf(keptId_) : -1;
  // The same list, read once more.
  const bool again = query == listedQuery_ && kept >= 0 && !asked;
  listedQuery_ = query;
  const int scrolled = gallery_->verticalScrollBar()->value();
  const bool isMissing = asked && kept < 0;
  if (isMissing && gallery_->currentIndex().isValid()) {
    showCurrent();
  } else if (again && gallery_->currentIndex().row() == kept) {
    showSelection();
  } else if (model_->rowCount() > 0) {
    gallery_->setCurrentIndex(model_->index(qMax(0, kept)));
    if (again) gallery_->verticalScrollBar()->setValue(scrolled);
  } else {
    showCurrent();
  }
  if (!isMissing) return;
  setMode(Mode::kBrowse);
  note_->showError(missingWords(query.shelf, asked));
}

void DataPage::showCurrent() {
  const QModelIndex index = gallery_->currentIndex();
  if (!index.isValid()) {
    detail_->showNothing();
    return;
  }
  keptId_ = model_->idAt(index.row());
  detail_->showItem(model_->shelf(), keptId_);
}

void DataPage::step(int rows) {
  const int row = gallery_->currentIndex().row() + rows;
  if (row >= 0 && row < model_->rowCount()) gallery_->setCurrentIndex(model_->index(row));
}

void DataPage::updateEmptyText() {
  const curation::BrowseQuery& query = model_->query();
  if (query == lookAlikes()) {
    gallery_->setEmptyText(tr("No look-alikes are known"),
                           tr("Ctrl+Shift+L looks for them; Esc shows all images."));
  } else if (query.narrows()) {
    gallery_->setEmptyText(tr("Nothing matches"), tr("Esc clears the search and all filters."));
  } else if (query.shelf == curation::Shelf::kQuarantine) {
    gallery_->setEmptyText(tr("Nothing was set aside"),
                           tr("Every row of the imported files could be used."));
  } else if (query.shelf == curation::Shelf::kImages) {
    gallery_->setEmptyText(tr("No images yet"),
                           tr("Drop a JSON file or a folder of photos here, or press Ctrl+I."));
  } else {
    gallery_->setEmptyText(tr("No samples yet"),
                           tr("Design a layout on the Compose page (Ctrl+2) and compose them."));
  }
}

bool DataPage::isNarrow() const {
  return width() < kNarrow + (bar_->filterAction()->isChecked() ? filters_->minimumWidth() : 0);
}

void DataPage::setMode(Mode mode) {
  if (mode == Mode::kLarge && !gallery_->currentIndex().isValid() && model_->isLoaded()) return;
  if (mode_ == Mode::kBrowse && mode == Mode::kLarge && !isNarrow()) {
    set(settings::kDataSplitter, splitter_->saveState());
  }
  mode_ = mode;
  applyMode();
  if (mode_ == Mode::kLarge) detail_->takeFocus();
}

void DataPage::applyMode() {
  const bool large = mode_ == Mode::kLarge;
  left_->setVisible(!large);
  filters_->setVisible(!large && bar_->filterAction()->isChecked());
  detail_->setVisible(large || !isNarrow());
  detail_->setLarge(large);
}

void DataPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  applyMode();
}

}  // namespace mia::ui

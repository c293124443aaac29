// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/data_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QToolButton>

#include "ui/pages/data/detail_pane.h"
#include "ui/pages/data/gallery_view.h"
#include "ui/session/settings.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

constexpr int kNarrow = 1040;  ///< below this width the detail takes the gallery's place
constexpr int kSearchDelayMilliseconds = 120;

int idOf(curation::Shelf shelf) { return static_cast<int>(shelf); }

}  // namespace

DataPage::DataPage(ProjectSession& session)
    : session_(session), model_(new GalleryModel(session, this)) {
  buildTools();
  buildBody();
  buildActions();
  connectParts();
  updateCounts();
  updateEmptyText();
  model_->reload();
  session_.refresh();
}

DataPage::~DataPage() {
  if (mode_ == Mode::kBrowse && !isNarrow()) set(settings::kDataSplitter, splitter_->saveState());
}

void DataPage::buildTools() {
  tools_ = new QWidget(this);
  auto* layout = new QHBoxLayout(tools_);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(space::kMedium);

  auto* segments = makeFrame("segments");
  auto* row = new QHBoxLayout(segments);
  row->setContentsMargins(2, 2, 2, 2);
  row->setSpacing(2);
  shelves_ = new QButtonGroup(this);
  for (const auto shelf : {curation::Shelf::kImages, curation::Shelf::kSamples}) {
    auto* button = new QToolButton;
    button->setCheckable(true);
    button->setProperty("role", "segment");
    button->setFocusPolicy(Qt::TabFocus);
    shelves_->addButton(button, idOf(shelf));
    row->addWidget(button);
  }
  shelves_->button(idOf(curation::Shelf::kImages))->setChecked(true);

  search_ = new QLineEdit;
  search_->setPlaceholderText(tr("Search"));
  search_->setAccessibleName(tr("Search in questions, answers and file names"));
  search_->setToolTip(tr("Every word must occur in the question, the answer or the path (Ctrl+F)"));
  search_->setClearButtonEnabled(true);
  search_->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
  search_->setMinimumWidth(140);
  search_->setMaximumWidth(280);

  zoom_ = new QSlider(Qt::Horizontal);
  zoom_->setRange(GalleryView::kSmallestEdge, GalleryView::kLargestEdge);
  zoom_->setPageStep(32);
  zoom_->setFixedWidth(110);
  zoom_->setAccessibleName(tr("Size of the thumbnails"));
  zoom_->setToolTip(tr("Size of the thumbnails (Ctrl + wheel)"));

  segments->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  layout->addWidget(segments);
  layout->addWidget(search_, 1);
  layout->addWidget(zoom_);
}

void DataPage::buildBody() {
  note_ = new Note;
  gallery_ = new GalleryView;
  gallery_->setModel(model_);
  gallery_->setAccessibleName(tr("Gallery"));
  gallery_->setEdge(get(settings::kThumbnailEdge));
  zoom_->setValue(gallery_->edge());

  chip_ = new QToolButton;
  chip_->setIcon(icon(QStringLiteral("close")));
  chip_->setIconSize({12, 12});
  chip_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  chip_->setLayoutDirection(Qt::RightToLeft);
  chip_->setFocusPolicy(Qt::TabFocus);
  chip_->setToolTip(tr("Remove this filter"));
  found_ = makeLabel("caption");

  left_ = new QWidget;
  auto* column = new QVBoxLayout(left_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* filters = new QHBoxLayout;
  filters->setContentsMargins(space::kLarge, 0, space::kLarge, 0);
  filters->addWidget(found_);
  filters->addWidget(chip_);
  filters->addStretch();
  column->addLayout(filters);
  column->addWidget(note_);
  column->addWidget(gallery_, 1);
  chip_->hide();
  found_->hide();

  detail_ = new DetailPane(session_);
  splitter_ = new QSplitter(Qt::Horizontal);
  splitter_->setChildrenCollapsible(false);
  splitter_->setHandleWidth(1);
  splitter_->addWidget(left_);
  splitter_->addWidget(detail_);
  splitter_->setStretchFactor(0, 3);
  splitter_->setStretchFactor(1, 2);
  left_->setMinimumWidth(280);
  detail_->setMinimumWidth(340);
  if (!splitter_->restoreState(get(settings::kDataSplitter))) splitter_->setSizes({600, 440});

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(splitter_);
}

void DataPage::buildActions() {
  const auto on = [this](const QKeySequence& key, auto work) {
    auto* action = new QAction(this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, work);
    addAction(action);
  };
  on(Qt::CTRL | Qt::SHIFT | Qt::Key_I, [this] { showShelf(curation::Shelf::kImages); });
  on(Qt::CTRL | Qt::SHIFT | Qt::Key_S, [this] { showShelf(curation::Shelf::kSamples); });
  on(Qt::Key_Escape, [this] {
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
  auto* find = new QAction(this);
  find->setShortcut(QKeySequence::Find);
  connect(find, &QAction::triggered, this, [this] {
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
  });
  addAction(find);
  auto* leave = new QAction(search_);
  leave->setShortcuts({Qt::Key_Escape, Qt::Key_Down});
  leave->setShortcutContext(Qt::WidgetShortcut);
  connect(leave, &QAction::triggered, this, [this] { gallery_->setFocus(); });
  search_->addAction(leave);
}

void DataPage::connectParts() {
  searchDelay_.setSingleShot(true);
  searchDelay_.setInterval(kSearchDelayMilliseconds);
  connect(&searchDelay_, &QTimer::timeout, this, &DataPage::search);
  connect(search_, &QLineEdit::textChanged, &searchDelay_, qOverload<>(&QTimer::start));
  connect(search_, &QLineEdit::returnPressed, this, [this] {
    search();
    gallery_->setFocus();
  });
  connect(shelves_, &QButtonGroup::idClicked, this,
          [this](int id) { showShelf(static_cast<curation::Shelf>(id)); });
  connect(chip_, &QToolButton::clicked, this, &DataPage::clearFilters);
  connect(zoom_, &QSlider::valueChanged, gallery_, &GalleryView::setEdge);
  connect(gallery_, &GalleryView::edgeChanged, this, [this](int edge) {
    zoom_->setValue(edge);
    set(settings::kThumbnailEdge, edge);
  });
  connect(gallery_, &GalleryView::devicePixelsChanged, model_, &GalleryModel::setThumbnailEdge);
  connect(gallery_, &QAbstractItemView::activated, this, [this] { setMode(Mode::kLarge); });
  connect(gallery_->selectionModel(), &QItemSelectionModel::currentChanged, this,
          &DataPage::showCurrent);
  connect(model_, &GalleryModel::listed, this, &DataPage::listed);
  connect(model_, &GalleryModel::failed, note_, &Note::showError);
  connect(&session_, &ProjectSession::failed, note_, &Note::showError);
  connect(&session_, &ProjectSession::countsChanged, this, [this] {
    updateCounts();
    if (model_->isLoaded()) model_->reload();
    detail_->reload();
  });
  connect(&detail_->canvas(), &PictureCanvas::stepped, this, &DataPage::step);
  connect(detail_, &DetailPane::samplesUsing, this, &DataPage::showUsesOf);
}

void DataPage::takeFocus() { gallery_->setFocus(); }

bool DataPage::isSettled() const {
  return model_->isLoaded() && !searchDelay_.isActive() && detail_->isSettled() &&
         session_.isIdle();
}

bool DataPage::showState(const QString& state) {
  const QString what = state.section(QLatin1Char('/'), 0, 0);
  const bool large = what == QLatin1String("image") || what == QLatin1String("sample");
  if (what == QLatin1String("images") || what == QLatin1String("image") || what.isEmpty()) {
    showShelf(curation::Shelf::kImages);
  } else if (what == QLatin1String("samples") || what == QLatin1String("sample")) {
    showShelf(curation::Shelf::kSamples);
  } else {
    return false;
  }
  if (large) keptId_ = state.section(QLatin1Char('/'), 1).toLongLong();
  setMode(large ? Mode::kLarge : Mode::kBrowse);
  return true;
}

void DataPage::showShelf(curation::Shelf shelf) {
  shelves_->button(idOf(shelf))->setChecked(true);
  curation::BrowseQuery query = model_->query();
  if (query.shelf == shelf) return;
  keptId_ = 0;
  query.shelf = shelf;
  query.uses = {};
  model_->setQuery(query);
  updateEmptyText();
}

void DataPage::search() {
  searchDelay_.stop();
  curation::BrowseQuery query = model_->query();
  query.text = search_->text().trimmed().toStdString();
  model_->setQuery(query);
  updateEmptyText();
}

void DataPage::showUsesOf(qint64 image, const QString& name) {
  const QSignalBlocker quiet(search_);
  search_->clear();
  chipName_ = tr("uses %1").arg(name);
  shelves_->button(idOf(curation::Shelf::kSamples))->setChecked(true);
  keptId_ = 0;
  model_->setQuery({curation::Shelf::kSamples, {}, ImageId{image}});
  setMode(Mode::kBrowse);
  updateEmptyText();
  gallery_->setFocus();
}

void DataPage::clearFilters() {
  const QSignalBlocker quiet(search_);
  search_->clear();
  model_->setQuery({model_->query().shelf, {}, {}});
  updateEmptyText();
}

void DataPage::listed() {
  const curation::BrowseQuery& query = model_->query();
  const bool filtered = !query.text.empty() || query.uses;
  found_->setText(tr("%1 found").arg(grouped(model_->rowCount())));
  found_->setVisible(filtered);
  chip_->setText(chipName_);
  chip_->setVisible(static_cast<bool>(query.uses));
  found_->parentWidget()->layout()->itemAt(0)->layout()->setContentsMargins(
      space::kLarge, filtered ? space::kSmall : 0, space::kLarge, 0);
  note_->clear();
  const int kept = keptId_ ? model_->rowOf(keptId_) : -1;
  const bool again = query == listedQuery_ && kept >= 0;  // the same list, read once more
  listedQuery_ = query;
  const int scrolled = gallery_->verticalScrollBar()->value();
  if (model_->rowCount() > 0) {
    gallery_->setCurrentIndex(model_->index(qMax(0, kept)));
    if (again) gallery_->verticalScrollBar()->setValue(scrolled);
  } else {
    showCurrent();
  }
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

void DataPage::updateCounts() {
  const curation::ProjectCounts& counts = session_.counts();
  const auto label = [&](curation::Shelf shelf, const QString& name, qint64 count) {
    QAbstractButton* button = shelves_->button(idOf(shelf));
    button->setText(QStringLiteral("%1  %2").arg(name, grouped(count)));
    button->setAccessibleName(QStringLiteral("%1, %2").arg(name).arg(count));
  };
  label(curation::Shelf::kImages, tr("Images"), counts.images);
  label(curation::Shelf::kSamples, tr("Samples"), counts.samples);
  shelves_->button(idOf(curation::Shelf::kImages))
      ->setToolTip(
          tr("%1 images, %2 questions about them, %3 rows quarantined (Ctrl+Shift+I)")
              .arg(grouped(counts.images), grouped(counts.questions), grouped(counts.quarantined)));
  shelves_->button(idOf(curation::Shelf::kSamples))
      ->setToolTip(tr("%1 samples, %2 answers of models (Ctrl+Shift+S)")
                       .arg(grouped(counts.samples), grouped(counts.candidates)));
}

void DataPage::updateEmptyText() {
  const curation::BrowseQuery& query = model_->query();
  const QString project = session_.folder();
  if (!query.text.empty() || query.uses) {
    gallery_->setEmptyText(tr("Nothing matches"), tr("Esc clears the search."));
  } else if (query.shelf == curation::Shelf::kImages) {
    gallery_->setEmptyText(tr("No images yet"), tr("Import photos with their questions:\n"
                                                   "mia import FILE --images FOLDER --project %1")
                                                    .arg(project));
  } else {
    gallery_->setEmptyText(tr("No samples yet"), tr("Compose them from the images:\n"
                                                    "mia compose --layout sequence --project %1")
                                                     .arg(project));
  }
}

bool DataPage::isNarrow() const { return width() < kNarrow; }

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
  detail_->setVisible(large || !isNarrow());
  detail_->setLarge(large);
}

void DataPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  applyMode();
}

}  // namespace mia::ui

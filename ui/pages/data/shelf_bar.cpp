// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/shelf_bar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

#include "ui/models/gallery_model.h"
#include "ui/pages/data/gallery_view.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

constexpr int kSearchDelayMilliseconds = 120;

int idOf(curation::Shelf shelf) { return static_cast<int>(shelf); }

}  // namespace

ShelfBar::ShelfBar(QWidget* parent)
    : QWidget(parent),
      shelves_(new QButtonGroup(this)),
      search_(new QLineEdit),
      zoom_(new QSlider(Qt::Horizontal)) {
  buildSearch();
  buildZoom();
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::kMedium);
  row->addWidget(buildShelves());
  row->addWidget(search_, 1);
  row->addWidget(zoom_);
}

QWidget* ShelfBar::buildShelves() {
  auto* segments = makeFrame("segments");
  auto* row = new QHBoxLayout(segments);
  row->setContentsMargins(2, 2, 2, 2);
  row->setSpacing(2);
  for (const auto shelf :
       {curation::Shelf::kImages, curation::Shelf::kSamples, curation::Shelf::kQuarantine}) {
    auto* button = new QToolButton;
    button->setCheckable(true);
    button->setProperty("role", "segment");
    button->setFocusPolicy(Qt::TabFocus);
    shelves_->addButton(button, idOf(shelf));
    row->addWidget(button);
  }
  shelves_->button(idOf(curation::Shelf::kImages))->setChecked(true);
  connect(shelves_, &QButtonGroup::idClicked, this,
          [this](int id) { Q_EMIT shelfChosen(static_cast<curation::Shelf>(id)); });
  segments->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  return segments;
}

void ShelfBar::buildSearch() {
  search_->setPlaceholderText(tr("Search"));
  search_->setAccessibleName(tr("Search in questions, answers and file names"));
  search_->setToolTip(
      tr("Every word must begin a word of the question, the answer or the path (Ctrl+F)"));
  search_->setClearButtonEnabled(true);
  search_->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
  search_->setMinimumWidth(100);
  search_->setMaximumWidth(280);
  searchDelay_.setSingleShot(true);
  searchDelay_.setInterval(kSearchDelayMilliseconds);
  connect(&searchDelay_, &QTimer::timeout, this, &ShelfBar::search);
  connect(search_, &QLineEdit::textChanged, &searchDelay_, qOverload<>(&QTimer::start));
  connect(search_, &QLineEdit::returnPressed, this, [this] {
    search();
    Q_EMIT left();
  });
  auto* leave = new QAction(search_);
  leave->setShortcuts({Qt::Key_Escape, Qt::Key_Down});
  leave->setShortcutContext(Qt::WidgetShortcut);
  connect(leave, &QAction::triggered, this, &ShelfBar::left);
  search_->addAction(leave);
}

void ShelfBar::buildZoom() {
  zoom_->setRange(GalleryView::kSmallestEdge, GalleryView::kLargestEdge);
  zoom_->setPageStep(32);
  zoom_->setMinimumWidth(60);
  zoom_->setMaximumWidth(110);
  zoom_->setAccessibleName(tr("Size of the thumbnails"));
  zoom_->setToolTip(tr("Size of the thumbnails (Ctrl + wheel)"));
  connect(zoom_, &QSlider::valueChanged, this, &ShelfBar::edgeChosen);
}

void ShelfBar::search() {
  searchDelay_.stop();
  Q_EMIT searchAsked(search_->text().trimmed());
}

void ShelfBar::focusSearch() {
  search_->setFocus(Qt::ShortcutFocusReason);
  search_->selectAll();
}

void ShelfBar::setQuery(const curation::BrowseQuery& query) {
  shelves_->button(idOf(query.shelf))->setChecked(true);
  const QString words = QString::fromStdString(query.text);
  if (search_->text().trimmed() != words) {
    search_->setText(words);
    searchDelay_.stop();  // these words are what is shown
  }
  search_->setEnabled(query.shelf != curation::Shelf::kQuarantine);
}

void ShelfBar::setCounts(const curation::ProjectCounts& counts) {
  const auto label = [&](curation::Shelf shelf, const QString& name, qint64 count,
                         const QString& tip) {
    QAbstractButton* button = shelves_->button(idOf(shelf));
    button->setText(QStringLiteral("%1  %2").arg(name, grouped(count)));
    button->setAccessibleName(QStringLiteral("%1, %2").arg(name).arg(count));
    button->setToolTip(tip);
  };
  label(curation::Shelf::kImages, tr("Images"), counts.images,
        tr("%1 images, %2 questions about them, %3 rows quarantined (Ctrl+Shift+I)")
            .arg(grouped(counts.images), grouped(counts.questions), grouped(counts.quarantined)));
  label(curation::Shelf::kSamples, tr("Samples"), counts.samples,
        tr("%1 samples, %2 answers of models (Ctrl+Shift+S)")
            .arg(grouped(counts.samples), grouped(counts.candidates)));
  label(curation::Shelf::kQuarantine, tr("Set aside"), counts.quarantined,
        tr("%1 rows of imported files that could not be used, with reasons (Ctrl+Shift+Q)")
            .arg(grouped(counts.quarantined)));
}

}  // namespace mia::ui

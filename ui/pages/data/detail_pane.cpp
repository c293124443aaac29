// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/detail_pane.h"

#include <QHBoxLayout>

#include "ui/pages/data/answer_list.h"
#include "ui/pages/data/attention_panel.h"
#include "ui/pages/data/facts_panel.h"
#include "ui/session/settings.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

DetailPane::DetailPane(ProjectSession& session) : session_(session), loader_(session, this) {
  buildActions();
  buildBody();
  connect(&loader_, &ItemLoader::loaded, this, &DetailPane::take);
  connect(&loader_, &ItemLoader::failed, note_, &Note::showError);
  connect(canvas_, &PictureCanvas::zoomChanged, this, &DetailPane::updateZoom);
  connect(&facts_->answers(), &QListWidget::currentRowChanged, this, &DetailPane::showAnswer);
  connect(&facts_->attention(), &AttentionPanel::mapsChanged, this, &DetailPane::showMaps);
  connect(facts_, &FactsPanel::usesAsked, this, [this] {
    const Image& image = item_->image->image;
    Q_EMIT samplesUsing(image.id.value, QString::fromStdString(image.file().filename().string()));
  });
  connect(facts_, &FactsPanel::alikeAsked, this, &DetailPane::alikeAsked);
  showNothing();
}

DetailPane::~DetailPane() {
  if (isLarge_) set(settings::kDetailSplitter, splitter_->saveState());
}

void DetailPane::buildActions() {
  const auto name = [](const char* icon) { return QString::fromLatin1(icon); };
  back_ = makeAction(this, name("back"), tr("Back to the gallery"), {});
  back_->setToolTip(tr("Back to the gallery (Esc)"));
  large_ = makeAction(this, name("fit"), tr("Show large"), {});
  large_->setToolTip(tr("Show large (Enter in the gallery)"));
  previous_ = makeAction(this, name("previous"), tr("Previous"), {});
  next_ = makeAction(this, name("next"), tr("Next"), {});
  previous_->setToolTip(tr("Previous (←)"));
  next_->setToolTip(tr("Next (→)"));
  regions_ = makeAction(this, name("regions"), tr("Outline the images"), {Qt::Key_R});
  heatmap_ = makeAction(this, name("heatmap"), tr("Heatmap"), {Qt::Key_H});
  smooth_ = makeAction(this, name("smooth"), tr("Smooth heatmap, not raw patches"), {Qt::Key_G});
  const std::pair<QAction*, const Setting<bool>*> switches[] = {
      {regions_, &settings::kRegionsShown},
      {heatmap_, &settings::kHeatmapShown},
      {smooth_, &settings::kHeatmapSmooth}};
  for (const auto& [action, setting] : switches) {
    action->setCheckable(true);
    action->setChecked(get(*setting));
    connect(action, &QAction::toggled, this, [this, setting = setting](bool on) {
      set(*setting, on);
      canvas_->setRegionsShown(regions_->isChecked());
      showMaps();
    });
  }
}

QWidget* DetailPane::buildBar() {
  auto* bar = makeFrame("bar");
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(space::kSmall, space::kTiny, space::kSmall, space::kTiny);
  row->setSpacing(2);
  backButton_ = makeButton(back_);
  row->addWidget(backButton_);
  row->addWidget(makeButton(previous_));
  row->addWidget(makeButton(next_));
  row->addStretch();
  row->addWidget(makeButton(regions_));
  row->addWidget(makeButton(heatmap_));
  row->addWidget(makeButton(smooth_));
  row->addStretch();
  const auto view = [&](const char* icon, const QString& text, const QList<QKeySequence>& keys,
                        auto work) {
    QAction* action = makeAction(this, QString::fromLatin1(icon), text, keys);
    connect(action, &QAction::triggered, this, work);
    return action;
  };
  zoom_ = makeLabel("caption");
  zoom_->setMinimumWidth(44);
  zoom_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  row->addWidget(zoom_);
  row->addWidget(makeButton(view("fit", tr("Fit"), {Qt::Key_0}, [this] { canvas_->fit(); })));
  row->addWidget(makeButton(view("one-to-one", tr("One picture px per screen px"), {Qt::Key_1},
                                 [this] { canvas_->oneToOne(); })));
  constexpr double kStep = 1.25;
  view("search", tr("Zoom in"), {Qt::Key_Plus, Qt::Key_Equal}, [this] { canvas_->zoomBy(kStep); });
  view("search", tr("Zoom out"), {Qt::Key_Minus}, [this] { canvas_->zoomBy(1 / kStep); });
  view("down", tr("Layer down"), {Qt::Key_BracketLeft},
       [this] { facts_->attention().stepLayer(-1); });
  view("down", tr("Layer up"), {Qt::Key_BracketRight},
       [this] { facts_->attention().stepLayer(+1); });
  return bar;
}

void DetailPane::buildBody() {
  canvas_ = new PictureCanvas;
  canvas_->setRegionsShown(regions_->isChecked());
  facts_ = new FactsPanel;
  note_ = new Note;
  QWidget* bar = buildBar();
  scroll_ = new QScrollArea;
  scroll_->setWidget(facts_);
  scroll_->setWidgetResizable(true);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setFocusPolicy(Qt::NoFocus);

  splitter_ = new QSplitter(Qt::Vertical);
  splitter_->setChildrenCollapsible(false);
  splitter_->setHandleWidth(1);
  splitter_->addWidget(canvas_);
  splitter_->addWidget(scroll_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(bar);
  layout->addWidget(note_);
  layout->addWidget(splitter_, 1);
  setLarge(false);
}

void DetailPane::setLarge(bool large) {
  const bool first = splitter_->orientation() == Qt::Vertical && !isLarge_ && !large;
  if (large == isLarge_ && !first) return;
  if (isLarge_) set(settings::kDetailSplitter, splitter_->saveState());
  isLarge_ = large;
  splitter_->setOrientation(large ? Qt::Horizontal : Qt::Vertical);
  backButton_->setVisible(large);
  scroll_->setMinimumWidth(large ? 300 : 0);
  splitter_->setStretchFactor(0, 1);
  splitter_->setStretchFactor(1, large ? 0 : 1);
  if (!large) {
    splitter_->setSizes({500, 500});
  } else if (!splitter_->restoreState(get(settings::kDetailSplitter))) {
    splitter_->setSizes({1000, 380});
  }
}

void DetailPane::takeFocus() { canvas_->setFocus(); }

void DetailPane::showItem(curation::Shelf shelf, qint64 id) {
  if (item_ && item_->shelf == shelf && item_->id == id && loader_.isIdle()) return;
  loader_.load(shelf, id);
}

void DetailPane::reload() {
  if (item_) loader_.load(item_->shelf, item_->id);
}

void DetailPane::showNothing() {
  loader_.cancel();
  item_.reset();
  facts_->showNothing();
  canvas_->setPictures({});
  canvas_->setMessage(tr("Nothing to show"), tr("Choose an image or a sample in the gallery."));
  zoom_->clear();
}

void DetailPane::take(const std::shared_ptr<LoadedItem>& item) {
  const bool again = item_ && item_->shelf == item->shelf && item_->id == item->id;
  item_ = item;
  note_->clear();
  if (!again) {
    canvas_->setPictures(item->pictures);
    scroll_->ensureVisible(0, 0);
  }
  for (QAction* action : {regions_, heatmap_, smooth_}) action->setVisible(bool(item->sample));
  if (item->quarantined) {
    canvas_->setMessage(tr("No picture"), tr("This row was set aside when its file was imported."));
    facts_->showQuarantined(*item->quarantined);
    return;
  }
  if (item->image) {
    facts_->showImage(*item->image);
    return;
  }
  const int row = again ? qMax(0, facts_->answers().currentRow()) : 0;
  facts_->showSample(*item->sample);
  if (!item->sample->candidates.empty()) facts_->answers().setCurrentRow(row);
}

void DetailPane::showAnswer(int row) {
  const bool some = item_ && item_->sample && row >= 0 &&
                    row < static_cast<int>(item_->sample->candidates.size());
  if (!some) return;
  const auto& shown = item_->sample->candidates[static_cast<std::size_t>(row)];
  facts_->attention().setCandidate(&shown, item_->sample->sample.recipe.targetIndex);
  session_.read(
      this, [id = shown.candidate.id](curation::Browser& browser) { return browser.attention(id); },
      [this, item = item_, row](Outcome<curation::ShownAttention> outcome) {
        if (item != item_ || row != facts_->answers().currentRow()) return;
        if (outcome.value) {
          facts_->attention().setAttention(*outcome.value);
        } else {
          note_->showError(outcome.error);
        }
      });
}

void DetailPane::showMaps() {
  const bool shown = heatmap_->isChecked();
  const AttentionPanel& attention = facts_->attention();
  HeatLook look;
  look.scale = attention.scale();
  look.style = smooth_->isChecked() ? HeatStyle::kSmooth : HeatStyle::kRaw;
  canvas_->setHeatmaps(shown ? attention.maps() : QVector<Heatmap>(), look);
  smooth_->setEnabled(shown && !attention.maps().isEmpty());
}

void DetailPane::updateZoom() {
  zoom_->setText(canvas_->pictures().isEmpty()
                     ? QString()
                     : QStringLiteral("%1 %").arg(qRound(canvas_->zoom() * 100)));
}

}  // namespace mia::ui

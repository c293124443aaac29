// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QHBoxLayout>
#include <QMenu>

#include "ui/pages/responses/ask_bar.h"
#include "ui/pages/responses/look_board.h"
#include "ui/pages/responses/response_queue.h"
#include "ui/pages/responses/responses_page.h"
#include "ui/session/settings.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

QAction* ResponsesPage::action(const char* iconName, const QString& text,
                               const QList<QKeySequence>& keys) {
  return makeAction(this, QString::fromLatin1(iconName), text, keys);
}

/// A button that opens a list of choices, one of which holds.
QToolButton* ResponsesPage::menuButton(QAction* shown, QActionGroup* choices) {
  QToolButton* button = makeButton(shown);
  auto* menu = new QMenu(button);
  menu->addActions(choices->actions());
  button->setMenu(menu);
  button->setPopupMode(QToolButton::InstantPopup);
  return button;
}

void ResponsesPage::buildSampleActions() {
  const auto on = [this](const char* iconName, const QString& text, const QList<QKeySequence>& keys,
                         auto work) {
    connect(action(iconName, text, keys), &QAction::triggered, this, work);
  };
  on("previous", tr("Previous sample"), {Qt::Key_PageUp}, [this] { queue_->step(-1); });
  on("next", tr("Next sample"), {Qt::Key_PageDown}, [this] { queue_->step(+1); });
  on("previous", tr("Previous answer"), {Qt::Key_K}, [this] { stepAnswer(-1, false); });
  on("next", tr("Next answer"), {Qt::Key_J}, [this] { stepAnswer(+1, false); });
  on("previous", tr("Previous answer on side B"), {Qt::SHIFT | Qt::Key_K},
     [this] { stepAnswer(-1, true); });
  on("next", tr("Next answer on side B"), {Qt::SHIFT | Qt::Key_J},
     [this] { stepAnswer(+1, true); });
  on("ask", tr("Ask now"), {Qt::Key_A}, [this] { askBar_->focusQuestion(); });
  on("search", tr("Search the answered samples"), {QKeySequence::Find},
     [this] { queue_->focusSearch(); });
  on("close", tr("All tokens, no patch"), {Qt::Key_Escape}, [this] { escape(); });
}

void ResponsesPage::buildCompareActions() {
  compares_ = new QActionGroup(this);
  const std::tuple<const char*, QString, Qt::Key, Compare> ways[] = {
      {"responses", tr("One answer"), Qt::Key_X, Compare::kOne},
      {"compare", tr("Compare two answers"), Qt::Key_C, Compare::kAnswers},
      {"layers", tr("Compare two layers"), Qt::Key_L, Compare::kLayers}};
  for (const auto& [iconName, text, key, way] : ways) {
    QAction* choice = action(iconName, text, {key});
    choice->setCheckable(true);
    choice->setChecked(way == Compare::kOne);
    compares_->addAction(choice);
    connect(choice, &QAction::triggered, this, [this, way = way] { setCompare(way); });
  }
  difference_ = action("difference", tr("Difference of both sides"), {Qt::Key_D});
  difference_->setCheckable(true);
  connect(difference_, &QAction::toggled, this, [this](bool on) {
    if (on && compare_ == Compare::kOne) setCompare(Compare::kAnswers);
    showMaps();
  });
}

void ResponsesPage::buildLookActions() {
  const auto on = [this](const char* iconName, const QString& text, const QList<QKeySequence>& keys,
                         auto work) {
    connect(action(iconName, text, keys), &QAction::triggered, this, work);
  };
  on("layers", tr("Layer down"), {Qt::Key_BracketLeft}, [this] { stepLayers(0, -1, false); });
  on("layers", tr("Layer up"), {Qt::Key_BracketRight}, [this] { stepLayers(0, +1, false); });
  on("layers", tr("Mean over fewer layers"), {Qt::SHIFT | Qt::Key_BracketLeft, Qt::Key_BraceLeft},
     [this] { stepLayers(0, -1, true); });
  on("layers", tr("Mean over more layers"), {Qt::SHIFT | Qt::Key_BracketRight, Qt::Key_BraceRight},
     [this] { stepLayers(0, +1, true); });
  on("layers", tr("Layer down on side B"), {Qt::ALT | Qt::Key_BracketLeft},
     [this] { stepLayers(1, -1, false); });
  on("layers", tr("Layer up on side B"), {Qt::ALT | Qt::Key_BracketRight},
     [this] { stepLayers(1, +1, false); });
  on("previous", tr("Token back"), {Qt::Key_Comma}, [this] { stepToken(-1); });
  on("next", tr("Token forward"), {Qt::Key_Period}, [this] { stepToken(+1); });
  on("target", tr("Mark the patch to the left"), {Qt::ALT | Qt::Key_Left},
     [this] { stepPatch(-1, 0); });
  on("target", tr("Mark the patch to the right"), {Qt::ALT | Qt::Key_Right},
     [this] { stepPatch(+1, 0); });
  on("target", tr("Mark the patch above"), {Qt::ALT | Qt::Key_Up}, [this] { stepPatch(0, -1); });
  on("target", tr("Mark the patch below"), {Qt::ALT | Qt::Key_Down}, [this] { stepPatch(0, +1); });
}

void ResponsesPage::buildHeatActions() {
  heatmap_ = action("heatmap", tr("Heatmap"), {Qt::Key_H});
  regions_ = action("regions", tr("Outline the images"), {Qt::Key_R});
  const std::pair<QAction*, const Setting<bool>*> switches[] = {
      {heatmap_, &settings::kResponsesHeatmap}, {regions_, &settings::kResponsesRegions}};
  for (const auto& [toggle, setting] : switches) {
    toggle->setCheckable(true);
    toggle->setChecked(get(*setting));
    connect(toggle, &QAction::toggled, this, [this, setting = setting](bool checked) {
      set(*setting, checked);
      updateHeat();
    });
  }
  pin_ = action("pin", tr("Keep this scale while paging"), {Qt::Key_P});
  pin_->setCheckable(true);
  connect(pin_, &QAction::toggled, this, &ResponsesPage::updateHeat);

  const auto choices = [this](const auto& list, const Setting<int>& setting) {
    auto* group = new QActionGroup(this);
    int index = 0;
    for (const auto& [iconName, text] : list) {
      auto* choice = new QAction(icon(QString::fromLatin1(iconName)), text, group);
      choice->setCheckable(true);
      choice->setChecked(index++ == get(setting));
    }
    connect(group, &QActionGroup::triggered, this, [this, group, &setting](QAction* chosen) {
      set(setting, static_cast<int>(group->actions().indexOf(chosen)));
      updateHeat();
    });
    return group;
  };
  using Choice = std::pair<const char*, QString>;
  styles_ = choices(
      std::initializer_list<Choice>{
          {"smooth", tr("Smooth")}, {"raw", tr("Raw patches")}, {"contour", tr("Contours")}},
      settings::kHeatStyle);
  colours_ = choices(std::initializer_list<Choice>{{"palette", QStringLiteral("Inferno")},
                                                   {"palette", QStringLiteral("Magma")},
                                                   {"palette", QStringLiteral("Viridis")},
                                                   {"palette", QStringLiteral("Cividis")}},
                     settings::kHeatColours);
}

void ResponsesPage::buildViewActions() {
  constexpr double kStep = 1.25;
  const auto on = [this](const char* iconName, const QString& text, const QList<QKeySequence>& keys,
                         auto work) {
    connect(action(iconName, text, keys), &QAction::triggered, this, work);
  };
  on("search", tr("Zoom in"), {Qt::Key_Plus, Qt::Key_Equal}, [this] { board_->zoomBy(kStep); });
  on("search", tr("Zoom out"), {Qt::Key_Minus}, [this] { board_->zoomBy(1 / kStep); });
  on("heatmap", tr("Stronger heatmap"), {Qt::SHIFT | Qt::Key_O},
     [this] { opacity_->setValue(opacity_->value() + opacity_->pageStep()); });
  on("heatmap", tr("Fainter heatmap"), {Qt::Key_O},
     [this] { opacity_->setValue(opacity_->value() - opacity_->pageStep()); });
}

void ResponsesPage::buildFigureActions() {
  copy_ = action("copy", tr("Copy picture and answer"), {QKeySequence::Copy});
  save_ = action("save", tr("Save picture as PNG or SVG…"), {QKeySequence::Save});
  // Its key belongs to the window, which hides what stands around the page.
  present_ = action("present", tr("Present"), {});
  present_->setToolTip(tr("Present: the pictures and answers alone, in larger type (F11)"));
  connect(present_, &QAction::triggered, this, [this] { Q_EMIT presentAsked(true); });
  connect(copy_, &QAction::triggered, this, &ResponsesPage::copyFigure);
  connect(save_, &QAction::triggered, this, &ResponsesPage::askForFile);
}

QWidget* ResponsesPage::buildBar() {
  buildFigureActions();
  buildSampleActions();
  buildCompareActions();
  buildLookActions();
  buildHeatActions();
  buildViewActions();
  const auto cycle = [this](const char* iconName, const QString& text, const QKeySequence& key,
                            QActionGroup* group) {
    QAction* next = action(iconName, text, {key});
    connect(next, &QAction::triggered, group, [group] {
      const QList<QAction*> all = group->actions();
      all[(all.indexOf(group->checkedAction()) + 1) % all.size()]->trigger();
    });
    return next;
  };
  QAction* style = cycle("smooth", tr("Smooth, raw patches or contours"), Qt::Key_G, styles_);
  QAction* colour = cycle("palette", tr("Colours of the heatmap"), Qt::Key_V, colours_);
  QAction* fit = action("fit", tr("Fit"), {Qt::Key_0});
  QAction* oneToOne = action("one-to-one", tr("One picture px per screen px"), {Qt::Key_1});
  connect(fit, &QAction::triggered, this, [this] { board_->fit(); });
  connect(oneToOne, &QAction::triggered, this, [this] { board_->oneToOne(); });
  tab_ = action("samples", tr("Samples or reading"), {Qt::Key_T});
  connect(tab_, &QAction::triggered, this, [this] {
    sideTab_ = !sideTab_;
    applyWidth();
  });

  opacity_ = new QSlider(Qt::Horizontal);
  opacity_->setRange(10, 100);
  opacity_->setPageStep(10);
  opacity_->setFixedWidth(80);
  opacity_->setValue(get(settings::kHeatOpacity));
  opacity_->setAccessibleName(tr("Opacity of the heatmap"));
  opacity_->setToolTip(tr("Opacity of the heatmap (O, Shift+O)"));
  connect(opacity_, &QSlider::valueChanged, this, [this](int percent) {
    set(settings::kHeatOpacity, percent);
    updateHeat();
  });
  zoom_ = makeLabel("caption");
  zoom_->setMinimumWidth(44);
  zoom_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

  auto* bar = makeFrame("bar");
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(space::kSmall, space::kTiny, space::kSmall, space::kTiny);
  row->setSpacing(2);
  tabButton_ = makeButton(tab_);
  row->addWidget(tabButton_);
  for (QAction* way : compares_->actions()) row->addWidget(makeButton(way));
  row->addWidget(makeButton(difference_));
  row->addStretch();
  row->addWidget(makeButton(regions_));
  row->addWidget(makeButton(heatmap_));
  row->addWidget(menuButton(style, styles_));
  row->addWidget(menuButton(colour, colours_));
  row->addWidget(opacity_);
  row->addWidget(makeButton(pin_));
  row->addStretch();
  row->addWidget(zoom_);
  row->addWidget(makeButton(fit));
  row->addWidget(makeButton(oneToOne));
  row->addSpacing(space::kSmall);
  row->addWidget(makeButton(copy_));
  row->addWidget(makeButton(save_));
  row->addWidget(makeButton(present_));
  return bar;
}

}  // namespace mia::ui

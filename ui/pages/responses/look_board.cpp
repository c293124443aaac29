// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/responses/look_board.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

LookBoard::LookBoard() : differenceTitle_(tr("B less A")) {
  auto* canvases = new QHBoxLayout;
  canvases->setContentsMargins(0, 0, 0, 0);
  canvases->setSpacing(1);
  for (std::size_t i = 0; i < panels_.size(); ++i) {
    panels_[i] = buildPanel(static_cast<int>(i));
    canvases->addWidget(panels_[i].box, 1);
  }
  problem_ = makeText("dim");
  problem_->setAlignment(Qt::AlignCenter);
  legend_ = new HeatLegend;
  differenceLegend_ = new HeatLegend;
  legend_->setMaximumWidth(420);
  differenceLegend_->setMaximumWidth(420);
  auto* legends = new QHBoxLayout;
  legends->setContentsMargins(space::kLarge, space::kSmall, space::kLarge, space::kTiny);
  legends->setSpacing(space::kHuge);
  legends->addStretch();
  legends->addWidget(legend_, 4);
  legends->addWidget(differenceLegend_, 4);
  legends->addStretch();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addLayout(canvases, 1);
  column->addWidget(problem_);
  column->addLayout(legends);
  setSides({}, false);
}

LookBoard::Panel LookBoard::buildPanel(int index) {
  Panel panel;
  panel.box = new QWidget;
  panel.title = makeLabel("heading");
  panel.title->setContentsMargins(space::kMedium, space::kTiny, space::kMedium, space::kTiny);
  panel.title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  panel.canvas = new PictureCanvas;
  panel.canvas->setAccessibleName(index == 0   ? tr("Pictures")
                                  : index == 1 ? tr("Pictures, side B")
                                               : tr("Pictures, difference"));
  auto* column = new QVBoxLayout(panel.box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(panel.title);
  column->addWidget(panel.canvas, 1);
  connect(panel.canvas, &PictureCanvas::stepped, this, &LookBoard::stepped);
  connect(panel.canvas, &PictureCanvas::patchClicked, this, &LookBoard::patchClicked);
  connect(panel.canvas, &PictureCanvas::viewMoved, this, [this, index] {
    for (int other = 0; other < canvasCount(); ++other) {
      if (other != index) canvas(other).followView(canvas(index));
    }
  });
  if (index == 0) connect(panel.canvas, &PictureCanvas::zoomChanged, this, &LookBoard::zoomChanged);
  return panel;
}

void LookBoard::setPictures(const QVector<CanvasPicture>& pictures) {
  for (const Panel& panel : panels_) panel.canvas->setPictures(pictures);
}

void LookBoard::setMessage(const QString& heading, const QString& advice) {
  panels_[0].canvas->setMessage(heading, advice);
}

int LookBoard::canvasCount() const { return sides_.size() < 2 ? 1 : difference_ ? 3 : 2; }

bool LookBoard::hasMaps() const {
  return std::any_of(sides_.begin(), sides_.end(),
                     [](const BoardSide& side) { return !side.maps.isEmpty(); });
}

void LookBoard::setSides(const QVector<BoardSide>& sides, bool difference) {
  sides_ = sides;
  difference_ = difference;
  show();
}

void LookBoard::setLook(const HeatLook& look) {
  HeatLook scaled = look;
  scaled.scale = look_.scale;
  if (scaled == look_) return;
  look_ = scaled;
  show();
}

void LookBoard::setPinned(bool pinned) {
  pinned_ = pinned;
  show();
}

void LookBoard::setDifferenceTitle(const QString& title) {
  differenceTitle_ = title;
  show();
}

void LookBoard::setHeatmapShown(bool shown) {
  heatmapShown_ = shown;
  show();
}

void LookBoard::setRegionsShown(bool shown) {
  for (const Panel& panel : panels_) panel.canvas->setRegionsShown(shown);
}

void LookBoard::setMarkedPatch(int picture, int patch) {
  for (const Panel& panel : panels_) panel.canvas->setMarkedPatch(picture, patch);
}

void LookBoard::setTextPixels(int pixels) {
  for (const Panel& panel : panels_) {
    panel.canvas->setTextPixels(pixels);
    panel.title->setStyleSheet(QStringLiteral("font-size: %1px").arg(pixels));
  }
}

/// Both sides stand on one scale, the largest that either needs.
void LookBoard::show() {
  QVector<Heatmap> all;
  for (const BoardSide& side : sides_) all += side.maps;
  if (!pinned_ && !all.isEmpty()) look_.scale = sharedScale(all);
  const bool two = sides_.size() > 1;
  const BoardSide none;
  const BoardSide& a = sides_.isEmpty() ? none : sides_[0];
  const BoardSide& b = two ? sides_[1] : none;
  fillPanel(0, {two ? a.title : QString(), a.maps, look_}, true);
  fillPanel(1, {b.title, b.maps, look_}, two);
  HeatLook differenceLook = look_;
  differenceLook.colours = curation::ColourMap::kDifference;
  const bool differs = two && difference_;
  const QVector<Heatmap> difference = differs ? differences(a.maps, b.maps) : QVector<Heatmap>();
  differenceLook.scale = sharedDifferenceScale(difference);
  fillPanel(2, {differenceTitle_, difference, differenceLook}, differs);
  legend_->setLook(look_);
  legend_->setVisible(heatmapShown_ && !all.isEmpty());
  differenceLegend_->setLook(differenceLook);
  differenceLegend_->setVisible(heatmapShown_ && !difference.isEmpty());
  QStringList problems;
  for (const BoardSide& side : sides_) {
    if (!side.problem.isEmpty() && !problems.contains(side.problem)) problems << side.problem;
  }
  setOrHide(problem_, problems.join(QLatin1Char('\n')));
}

void LookBoard::fillPanel(std::size_t index, const Shown& shown, bool on) {
  shown_[index] = shown;
  const Panel& panel = panels_[index];
  panel.box->setVisible(on);
  if (!on) return;
  setOrHide(panel.title, shown.title);
  panel.canvas->setHeatmaps(heatmapShown_ ? shown.maps : QVector<Heatmap>(), shown.look);
}

void LookBoard::fit() {
  for (int i = 0; i < canvasCount(); ++i) canvas(i).fit();
}

void LookBoard::oneToOne() { canvas(0).oneToOne(); }

void LookBoard::zoomBy(double factor) { canvas(0).zoomBy(factor); }

}  // namespace mia::ui

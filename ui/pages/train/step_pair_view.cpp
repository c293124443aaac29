// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/step_pair_view.h"

#include <QGridLayout>
#include <QVBoxLayout>
#include <array>

#include "ui/pages/responses/look_choices.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

StepPairView::StepPairView(ProjectSession& session) : loader_(session, this) {
  board_ = new LookBoard;
  board_->setMinimumHeight(120);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(buildBar());
  column->addWidget(board_, 1);
  column->addWidget(buildAnswers());
  for (QAction* action : actions()) action->setEnabled(false);
  connect(board_, &LookBoard::stepped, this, &StepPairView::stepped);
  connect(&loader_, &PairLoader::loaded, this, [this](const std::shared_ptr<ShownPair>& pair) {
    if (pair->id() == this->pair()) take(pair);
  });
  connect(&loader_, &PairLoader::failed, this, [this](qint64 pair, const QString& sentence) {
    if (pair == this->pair()) Q_EMIT failed(sentence);
  });
}

QWidget* StepPairView::buildBar() {
  QFrame* bar = makeFrame("bar");
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(space::kMedium, space::kTiny, space::kSmall, space::kTiny);
  row->setSpacing(space::kTiny);
  place_ = new ElidedLabel("caption");
  row->addWidget(place_, 1);
  const auto add = [&](const char* icon, const QString& text, const QKeySequence& key) {
    QAction* action = makeAction(this, QString::fromLatin1(icon), text, {key});
    row->addWidget(makeButton(action));
    return action;
  };
  connect(add("previous", tr("Previous pair of the step"), Qt::Key_Comma), &QAction::triggered,
          this, [this] { Q_EMIT stepped(-1); });
  connect(add("next", tr("Next pair of the step"), Qt::Key_Period), &QAction::triggered, this,
          [this] { Q_EMIT stepped(+1); });
  heatmap_ = add("heatmap", tr("Heatmap"), Qt::Key_H);
  heatmap_->setCheckable(true);
  heatmap_->setChecked(true);
  connect(heatmap_, &QAction::toggled, board_, &LookBoard::setHeatmapShown);
  connect(add("audit", tr("Audit this pair"), Qt::Key_A), &QAction::triggered, this,
          [this] { Q_EMIT auditAsked(pair()); });
  connect(add("close", tr("Curves alone"), Qt::Key_Escape), &QAction::triggered, this,
          &StepPairView::closed);
  return bar;
}

QWidget* StepPairView::buildAnswers() {
  QFrame* strip = makeFrame("strip");
  auto* grid = new QGridLayout(strip);
  grid->setContentsMargins(space::kLarge, space::kSmall, space::kLarge, space::kSmall);
  grid->setHorizontalSpacing(space::kLarge);
  grid->setVerticalSpacing(2);
  question_ = new ElidedLabel;
  grid->addWidget(question_, 0, 0, 1, 2);
  const std::tuple<DifferenceText::Side, QString, DifferenceText**> sides[] = {
      {DifferenceText::Side::kChosen, tr("✓ chosen"), &chosen_},
      {DifferenceText::Side::kRejected, tr("✕ rejected"), &rejected_}};
  int place = 0;
  for (const auto& [side, heading, text] : sides) {
    *text = new DifferenceText(side);
    grid->addWidget(makeLabel("heading", heading), 1, place);
    grid->addWidget(*text, 2, place, Qt::AlignTop);
    grid->setColumnStretch(place++, 1);
  }
  return strip;
}

void StepPairView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  for (QAction* action : actions()) action->setEnabled(true);
}

void StepPairView::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  for (QAction* action : actions()) action->setEnabled(false);
}

void StepPairView::showPair(const curation::LearnedPair& pair, const QString& place) {
  place_->setText(place);
  wanted_ = pair;
  if (const auto ready = loader_.find(this->pair())) take(ready);
  loader_.want({this->pair()});
}

void StepPairView::take(const std::shared_ptr<ShownPair>& pair) {
  shown_ = pair;
  const QString chosen = QString::fromStdString(wanted_.chosen);
  const QString rejected = QString::fromStdString(wanted_.rejected);
  const WordDifference difference = wordDifference(chosen, rejected);
  question_->setText(QString::fromStdString(pair->facts.question).simplified());
  chosen_->setText(chosen, difference.first);
  rejected_->setText(rejected, difference.second);
  board_->setPictures(pair->pictures);
  showMaps();
}

/// A person found that the model's own answer is the right one.
bool StepPairView::isSwapped() const {
  const Pair& automatic = shown_->facts.pair;
  return wanted_.chosen == automatic.rejected || wanted_.rejected == automatic.chosen;
}

/// At the layers that decided about the pair. The right answer has maps where the model once gave
/// it.
void StepPairView::showMaps() {
  Look look;
  chooseDecidingLayers(look, recordedLayers(shown_->rejected->response.candidate),
                       shown_->facts.firstLayer, shown_->facts.lastLayer);
  QVector<BoardSide> sides;
  std::array answers = {std::pair(shown_->chosen, tr("✓ where it looked for the right answer")),
                        std::pair(shown_->rejected, tr("✕ where it looked for its own answer"))};
  if (isSwapped()) {
    answers = {std::pair(shown_->rejected, tr("✓ where it looked for its own answer")),
               std::pair(shown_->chosen, tr("✕ where it looked for the ground truth"))};
  }
  for (const auto& [answer, title] : answers) {
    const QVector<Heatmap> maps = answer->maps.ofLayers(look.firstLayer, look.lastLayer);
    if (!maps.isEmpty()) sides.append(BoardSide{title, maps, {}});
  }
  if (sides.isEmpty()) sides.append(BoardSide{{}, {}, shown_->rejected->problem});
  board_->setLook(keptHeatLook());
  board_->setSides(sides, false);
}

}  // namespace mia::ui

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/dispute_panel.h"

#include <QVBoxLayout>

#include "ui/pages/audit/review_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/difference_text.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

DisputePanel::DisputePanel(ProjectSession& session) : session_(session), body_(new QWidget) {
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setAccessibleName(tr("What the reviews say"));
  question_ = makeText();
  reason_ = makeText("dim");
  sides_ = new QHBoxLayout;
  sides_->setSpacing(space::kMedium);
  open_ = new QPushButton(tr("Look at the pair"));
  auto* foot = new QHBoxLayout;
  foot->addWidget(open_);
  foot->addStretch();
  auto* column = new QVBoxLayout(body_);
  column->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  column->setSpacing(space::kSmall);
  column->addWidget(question_);
  column->addWidget(reason_);
  column->addLayout(sides_);
  column->addLayout(foot);
  column->addStretch();
  setWidget(body_);
  connect(open_, &QPushButton::clicked, this, [this] { Q_EMIT pairAsked(dispute_.pair.value); });
  show(nullptr);
}

void DisputePanel::show(const Dispute* dispute) {
  body_->setVisible(dispute != nullptr);
  if (!dispute) return;
  dispute_ = *dispute;
  reading_ = true;
  session_.read(
      this,
      [pair = dispute_.pair](curation::Browser& browser) {
        return curation::reviewPair(browser, {}, pair);
      },
      [this, pair = dispute_.pair](Outcome<curation::ReviewPair> outcome) {
        if (pair != dispute_.pair) return;
        reading_ = false;
        if (outcome.value) {
          fill(*outcome.value);
        } else {
          Q_EMIT failed(outcome.error);
        }
      });
}

void DisputePanel::fill(const curation::ReviewPair& facts) {
  while (QLayoutItem* item = sides_->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  buttons_.clear();
  question_->setText(QString::fromStdString(facts.question).trimmed());
  reason_->setText(QString::fromStdString(facts.pair.reason));
  for (const auto& [review, state] : dispute_.opinions) {
    sides_->addWidget(makeOpinion(facts, review, state), 1);
  }
}

QWidget* DisputePanel::makeOpinion(const curation::ReviewPair& facts, const Review& review,
                                   const ReviewState& state) {
  auto* card = makeFrame("card");
  auto* column = new QVBoxLayout(card);
  column->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  column->setSpacing(space::kTiny);
  const QString name = reviewWords(review);
  column->addWidget(makeLabel("heading", name));
  QLabel* words = makeText();
  words->setText(stateWords(state));
  column->addWidget(words);
  const Pair pair = reviewed(facts.pair, state);
  const QString chosen = QString::fromStdString(pair.chosen);
  const QString rejected = QString::fromStdString(pair.rejected);
  const WordDifference difference = wordDifference(chosen, rejected);
  column->addSpacing(space::kSmall);
  column->addWidget(makeLabel("caption", tr("Chosen")));
  auto* upper = new DifferenceText(DifferenceText::Side::kChosen);
  upper->setText(chosen, difference.first);
  column->addWidget(upper);
  column->addWidget(makeLabel("caption", tr("Rejected")));
  auto* lower = new DifferenceText(DifferenceText::Side::kRejected);
  lower->setText(rejected, difference.second);
  column->addWidget(lower);
  if (!state.note.empty()) {
    QLabel* note = makeText("dim");
    note->setText(tr("Note: %1").arg(QString::fromStdString(state.note)));
    column->addWidget(note);
  }
  column->addStretch();
  auto* settle = new QPushButton(tr("Side with %1").arg(name));
  settle->setToolTip(tr("This holds from now on, whatever the reviews say"));
  column->addWidget(settle);
  buttons_.append(settle);
  connect(settle, &QPushButton::clicked, this,
          [this, pair = facts.pair.id, state = state] { Q_EMIT resolved(pair, state); });
  return card;
}

}  // namespace mia::ui

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/responses/reading_panel.h"

#include <QVBoxLayout>

#include "ui/models/gallery_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/breakable.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

ReadingPanel::ReadingPanel() {
  question_ = makeText("section");
  caption_ = makeText("caption");
  truth_ = makeText();
  truth_->setAccessibleName(tr("Ground truth"));
  heads_ = new QComboBox;
  heads_->setAccessibleName(tr("Attention head"));
  heads_->setToolTip(tr("The head whose attention is shown; the mean is what selection reads"));
  load_ = new QPushButton(tr("Choose a head…"));
  load_->setToolTip(tr("Loads the model into the engine, so that each head can be asked for"));
  connect(load_, &QPushButton::clicked, this, &ReadingPanel::headsAsked);

  auto* body = new QWidget;
  auto* column = new QVBoxLayout(body);
  column->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kHuge);
  column->setSpacing(space::kTiny);
  column->addWidget(question_);
  column->addWidget(caption_);
  facts_ = new QWidget;
  auto* facts = new QVBoxLayout(facts_);
  facts->setContentsMargins(0, space::kSmall, 0, 0);
  facts->setSpacing(space::kTiny);
  facts->addWidget(makeLabel("heading", tr("Ground truth")));
  facts->addWidget(truth_);
  column->addWidget(facts_);
  column->addSpacing(space::kLarge);
  sidesRow_ = new QBoxLayout(QBoxLayout::TopToBottom);
  sidesRow_->setSpacing(space::kHuge);
  for (SidePanel*& side : sides_) {
    side = new SidePanel;
    sidesRow_->addWidget(side, 1);
  }
  column->addLayout(sidesRow_);
  column->addSpacing(space::kMedium);
  column->addWidget(heads_);
  column->addWidget(load_, 0, Qt::AlignLeft);
  column->addStretch();
  setWidget(body);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::NoFocus);
  connect(heads_, &QComboBox::activated, this, [this](int index) { Q_EMIT headChosen(index - 1); });
  setHeads(0, -1);
  showSample(nullptr);
}

void ReadingPanel::showSample(const curation::SampleResponses* facts) {
  widget()->setVisible(facts != nullptr);
  if (!facts) return;
  const mia::Sample& sample = facts->sample;
  own_ = QString::fromStdString(facts->question).trimmed();
  setAsked({});
  QStringList about{sample.id ? tr("Sample %1").arg(grouped(sample.id.value)) : tr("Own photos"),
                    layoutWords(sample.recipe.kind)};
  if (sample.id && sample.images.size() > 1) {
    about << tr("target is image %1 of %2")
                 .arg(sample.recipe.targetIndex + 1)
                 .arg(sample.images.size());
  }
  if (sample.split == Split::kHeldOut) about << tr("held-out");
  caption_->setText(about.join(QStringLiteral(" · ")));
  truth_->setText(breakable(QString::fromStdString(sample.answer)));
  showFacts();
}

void ReadingPanel::setAsked(const QString& question) {
  asked_ = question;
  question_->setText(breakable(asked_.isEmpty() ? own_ : asked_));
  showFacts();
}

void ReadingPanel::showFacts() {
  facts_->setVisible(!presenting_ && asked_.isEmpty() && !truth_->text().isEmpty());
}

void ReadingPanel::setPresenting(bool on) {
  presenting_ = on;
  showFacts();
  caption_->setVisible(!on);
  question_->setStyleSheet(on ? QStringLiteral("font-size: %1px").arg(type::kTitle) : QString());
  sidesRow_->setDirection(on ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
  for (SidePanel* side : sides_) side->setPresenting(on);
  setHeads(heads_->count() - 1, heads_->currentIndex() - 1);
}

void ReadingPanel::setHeadsOffered(bool offered) {
  headsOffered_ = offered;
  setHeads(heads_->count() - 1, heads_->currentIndex() - 1);
}

void ReadingPanel::setHeads(int heads, int chosen) {
  const bool offered = headsOffered_ && !presenting_;
  heads_->setVisible(heads > 0 && offered);
  load_->setVisible(heads == 0 && offered);
  if (heads_->count() != heads + 1) {
    heads_->clear();
    heads_->addItem(tr("mean over all heads"));
    for (int head = 0; head < heads; ++head) heads_->addItem(tr("head %1").arg(head));
  }
  heads_->setCurrentIndex(chosen + 1);
}

}  // namespace mia::ui

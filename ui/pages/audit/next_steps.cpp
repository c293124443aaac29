// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/next_steps.h"

#include <QVBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

NextSteps::NextSteps() : heading_(makeLabel("section")), advice_(makeText("dim")) {
  heading_->setAlignment(Qt::AlignCenter);
  heading_->setWordWrap(true);
  advice_->setAlignment(Qt::AlignCenter);
  row_ = new QHBoxLayout;
  row_->setSpacing(space::kSmall);
  row_->addStretch();
  row_->addStretch();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::kHuge, space::kHuge, space::kHuge, space::kHuge);
  column->setSpacing(space::kMedium);
  column->addStretch();
  column->addWidget(heading_);
  column->addWidget(advice_);
  column->addLayout(row_);
  column->addStretch();
}

void NextSteps::setContent(const QString& heading, const QString& advice,
                           const QVector<Step>& steps) {
  heading_->setText(heading);
  advice_->setText(advice);
  for (QPushButton* button : std::as_const(buttons_)) delete button;
  buttons_.clear();
  for (const Step& step : steps) {
    auto* button = new QPushButton(step.words);
    button->setDefault(buttons_.isEmpty());
    connect(button, &QPushButton::clicked, this, step.work);
    row_->insertWidget(row_->count() - 1, button);
    buttons_.append(button);
  }
}

}  // namespace mia::ui

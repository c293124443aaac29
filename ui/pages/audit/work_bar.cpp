// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/work_bar.h"

#include <QHBoxLayout>

#include "ui/models/gallery_model.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

WorkBar::WorkBar()
    : words_(makeLabel("")), bar_(new QProgressBar), stop_(new QPushButton(tr("Stop"))) {
  setProperty("role", "bar");
  bar_->setTextVisible(false);
  bar_->setFixedWidth(200);
  bar_->setAccessibleName(tr("Done so far"));
  stop_->setToolTip(tr("Nothing of it is stored then"));
  connect(stop_, &QPushButton::clicked, this, [this] {
    stop_->setEnabled(false);
    Q_EMIT stopAsked();
  });
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(space::kMedium, space::kTiny, space::kSmall, space::kTiny);
  row->setSpacing(space::kMedium);
  row->addWidget(bar_);
  row->addWidget(words_, 1);
  row->addWidget(stop_);
  hide();
}

void WorkBar::show(const QString& words, qint64 done, qint64 total) {
  constexpr int kSteps = 1000;  // a bar counts in int, work in more
  if (!isVisibleTo(parentWidget())) stop_->setEnabled(true);
  bar_->setMaximum(kSteps);
  bar_->setValue(static_cast<int>(kSteps * done / qMax<qint64>(1, total)));
  words_->setText(tr("%1 · %2 of %3").arg(words, grouped(done), grouped(total)));
  setVisible(true);
}

}  // namespace mia::ui

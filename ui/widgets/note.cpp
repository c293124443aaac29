// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/note.h"

#include <QHBoxLayout>
#include <QToolButton>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

namespace mia::ui {

Note::Note(QWidget* parent) : QFrame(parent), icon_(new QLabel), text_(new QLabel) {
  setProperty("role", "note");
  text_->setWordWrap(true);
  text_->setTextFormat(Qt::PlainText);
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* close = new QToolButton;
  close->setIcon(icon(QStringLiteral("close")));
  close->setIconSize({14, 14});
  close->setToolTip(tr("Dismiss"));
  close->setAccessibleName(tr("Dismiss this message"));
  connect(close, &QToolButton::clicked, this, &Note::clear);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(space::kMedium, space::kSmall, space::kSmall, space::kSmall);
  layout->setSpacing(space::kSmall);
  layout->addWidget(icon_, 0, Qt::AlignTop);
  layout->addWidget(text_, 1);
  layout->addWidget(close, 0, Qt::AlignTop);
  connect(&Theme::instance(), &Theme::changed, this, &Note::refresh);
  refresh();
  hide();
}

void Note::showError(const QString& sentence) {
  good_ = false;
  text_->setText(sentence);
  setAccessibleName(tr("Error: %1").arg(sentence));
  refresh();
  show();
}

void Note::showGood(const QString& sentence) {
  good_ = true;
  text_->setText(sentence);
  setAccessibleName(tr("Done: %1").arg(sentence));
  refresh();
  show();
}

void Note::refresh() {
  icon_->setPixmap(
      good_ ? iconPixmap(QStringLiteral("check"), 16, tokens().chosen, devicePixelRatioF())
            : iconPixmap(QStringLiteral("warning"), 16, tokens().error, devicePixelRatioF()));
}

}  // namespace mia::ui

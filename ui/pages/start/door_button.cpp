// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/start/door_button.h"

#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

DoorButton::DoorButton(const QString& iconName, const QString& title, const QString& explanation,
                       QWidget* parent)
    : QPushButton(parent), iconName_(iconName), icon_(new QLabel) {
  setProperty("role", "door");
  setAutoDefault(true);
  setAccessibleName(title);
  setAccessibleDescription(explanation);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
  setMinimumSize(sizeHint());
  auto* name = new QLabel(title);
  name->setFont(Theme::font(type::kBody, QFont::DemiBold));
  QLabel* words = makeLabel("dim", explanation);
  words->setWordWrap(true);
  words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kMedium);
  layout->setSpacing(space::kTiny);
  layout->addWidget(icon_);
  layout->addSpacing(space::kTiny);
  layout->addWidget(name);
  layout->addWidget(words, 1);
  for (QLabel* label : {icon_, name, words}) label->setAttribute(Qt::WA_TransparentForMouseEvents);
  connect(&Theme::instance(), &Theme::changed, this, &DoorButton::refresh);
  refresh();
}

void DoorButton::refresh() {
  icon_->setPixmap(iconPixmap(iconName_, 24, tokens().accent, devicePixelRatioF()));
}

}  // namespace mia::ui

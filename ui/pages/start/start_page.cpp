// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/start/start_page.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>

#include "ui/pages/start/door_button.h"
#include "ui/pages/start/recent_button.h"
#include "ui/session/settings.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

constexpr int kColumnWidth = 696;
constexpr int kIconSide = 64;

QWidget* makeHeading() {
  auto* heading = new QWidget;
  auto* row = new QHBoxLayout(heading);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::kLarge);
  auto* picture = new QLabel;
  picture->setPixmap(
      programIcon().pixmap(QSize(kIconSide, kIconSide), heading->devicePixelRatioF()));
  auto* words = new QVBoxLayout;
  words->setSpacing(2);
  words->addStretch();
  words->addWidget(makeLabel("title", QStringLiteral("MIA Studio")));
  words->addWidget(makeLabel(
      "dim",
      StartPage::tr("See where a vision-language model looks, and teach it to look better.")));
  words->addStretch();
  row->addWidget(picture);
  row->addLayout(words, 1);
  return heading;
}

}  // namespace

StartPage::StartPage(QWidget* parent)
    : QWidget(parent),
      note_(new Note),
      doors_(new QWidget),
      recentBox_(new QWidget),
      recent_(new QVBoxLayout) {
  auto* demo = new DoorButton(QStringLiteral("demo"), tr("Demo project"),
                              tr("A small model on drawn scenes. The whole chain, no network."));
  auto* fresh = new DoorButton(QStringLiteral("new-project"), tr("New project from…"),
                               tr("Questions in a LLaVA JSON file and a folder of photos."));
  auto* open = new DoorButton(QStringLiteral("folder"), tr("Open…"),
                              tr("A project folder that is there already."));
  auto* row = new QHBoxLayout(doors_);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::kLarge);
  for (DoorButton* door : {demo, fresh, open}) row->addWidget(door, 1);

  auto* recentLayout = new QVBoxLayout(recentBox_);
  recentLayout->setContentsMargins(0, 0, 0, 0);
  recentLayout->setSpacing(space::kTiny);
  recentLayout->addWidget(makeLabel("heading", tr("Recent projects")));
  recentLayout->addLayout(recent_);

  auto* column = new QWidget;
  column->setMaximumWidth(kColumnWidth);
  auto* layout = new QVBoxLayout(column);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(space::kHuge);
  layout->addStretch(2);
  layout->addWidget(makeHeading());
  layout->addWidget(note_);
  layout->addWidget(doors_);
  layout->addWidget(recentBox_);
  layout->addStretch(3);
  auto* outer = new QHBoxLayout(this);
  outer->setContentsMargins(space::kHuge, space::kHuge, space::kHuge, space::kHuge);
  outer->addStretch(1);
  outer->addWidget(column, 100);
  outer->addStretch(1);

  connect(demo, &QPushButton::clicked, this, &StartPage::demoAsked);
  connect(fresh, &QPushButton::clicked, this, &StartPage::importAsked);
  connect(open, &QPushButton::clicked, this, &StartPage::openAsked);
  refresh();
}

void StartPage::refresh() {
  constexpr int kShown = 6;
  while (QLayoutItem* item = recent_->takeAt(0)) {
    item->widget()->deleteLater();
    delete item;
  }
  for (const QString& folder : recentProjects().mid(0, kShown)) {
    auto* button = new RecentButton(folder);
    connect(button, &QPushButton::clicked, this, [this, folder] { Q_EMIT projectAsked(folder); });
    recent_->addWidget(button);
  }
  recentBox_->setVisible(recent_->count() > 0);
}

void StartPage::takeFocus() { doors_->layout()->itemAt(0)->widget()->setFocus(); }

}  // namespace mia::ui

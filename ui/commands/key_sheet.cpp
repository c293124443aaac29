// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/key_sheet.h"

#include <QGridLayout>
#include <QScrollArea>

#include "ui/theme/tokens.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

constexpr int kKeysWidth = 760;
constexpr int kColumns = 2;

QWidget* makeGroup(const QString& name, const QList<Command>& commands) {
  auto* group = new QWidget;
  auto* grid = new QGridLayout(group);
  grid->setContentsMargins(0, 0, 0, space::kMedium);
  grid->setVerticalSpacing(space::kTiny);
  grid->setHorizontalSpacing(space::kMedium);
  grid->addWidget(makeLabel("heading", name), 0, 0, 1, 2);
  for (const Command& command : commands) {
    const int row = grid->rowCount();
    QLabel* words = makeLabel("", command.title);
    words->setWordWrap(true);
    grid->addWidget(words, row, 0);
    grid->addWidget(makeLabel("key", command.keys), row, 1, Qt::AlignRight | Qt::AlignTop);
  }
  grid->setColumnStretch(0, 1);
  return group;
}

}  // namespace

KeySheet::KeySheet(QWidget* window, const QList<Command>& commands)
    : Sheet(window, tr("Keys"), kKeysWidth), scroll_(new QScrollArea) {
  addHeading(tr("Keys"));
  QStringList names;
  QHash<QString, QList<Command>> groups;
  for (const Command& command : commands) {
    if (command.keys.isEmpty()) continue;
    if (!groups.contains(command.group)) names.append(command.group);
    groups[command.group].append(command);
  }
  auto* body = new QWidget;
  auto* row = new QHBoxLayout(body);
  row->setContentsMargins(0, 0, space::kSmall, 0);
  row->setSpacing(space::kHuge);
  QList<QVBoxLayout*> columns;
  QList<qsizetype> filled(kColumns, 0);
  for (int i = 0; i < kColumns; ++i) {
    columns.append(new QVBoxLayout);
    row->addLayout(columns.last(), 1);
  }
  for (const QString& name : names) {
    const auto shortest = std::min_element(filled.begin(), filled.end()) - filled.begin();
    columns[shortest]->addWidget(makeGroup(name, groups[name]));
    filled[shortest] += groups[name].size() + 2;
  }
  for (QVBoxLayout* column : columns) column->addStretch();
  scroll_->setWidget(body);
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setMinimumHeight(qMin(body->sizeHint().height() + 2, window->height() - 160));
  scroll_->setAccessibleName(tr("Keys and what they do"));
  cardLayout()->addWidget(scroll_);
}

QWidget* KeySheet::firstFocus() { return scroll_; }

}  // namespace mia::ui

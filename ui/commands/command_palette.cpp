// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/command_palette.h"

#include <QKeyEvent>

#include "ui/commands/command_delegate.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

constexpr int kPaletteWidth = 640;
constexpr int kRows = 10;

}  // namespace

CommandPalette::CommandPalette(QWidget* window, QList<Command> commands, CommandList::Maker maker)
    : Sheet(window, tr("Commands"), kPaletteWidth, Place::kTop),
      field_(new QLineEdit),
      list_(new CommandList(std::move(commands), std::move(maker), this)),
      view_(new QListView),
      nothing_(makeLabel("dim", tr("Nothing is called so. Try another word, or “sample 12”."))) {
  field_->setPlaceholderText(tr("Type a command, a page, a project, “sample 12” or “image 3”"));
  field_->setAccessibleName(tr("Command to find"));
  field_->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
  field_->installEventFilter(this);
  view_->setModel(list_);
  view_->setItemDelegate(new CommandDelegate(view_));
  view_->setFocusPolicy(Qt::NoFocus);
  view_->setUniformItemSizes(true);
  view_->setMouseTracking(true);
  view_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  view_->setFixedHeight(kRows * CommandDelegate::kRowHeight);
  view_->setAccessibleName(tr("Commands found"));
  nothing_->setAlignment(Qt::AlignCenter);
  nothing_->hide();
  cardLayout()->setContentsMargins(space::kSmall, space::kSmall, space::kSmall, space::kSmall);
  cardLayout()->setSpacing(space::kSmall);
  cardLayout()->addWidget(field_);
  cardLayout()->addWidget(view_);
  cardLayout()->addWidget(nothing_);
  connect(field_, &QLineEdit::textChanged, this, &CommandPalette::search);
  connect(view_, &QListView::clicked, this, &CommandPalette::run);
  search();
}

void CommandPalette::search() {
  list_->setText(field_->text().trimmed());
  nothing_->setVisible(list_->rowCount() == 0);
  view_->scrollToTop();
  view_->setCurrentIndex({});
  step(1);
}

/// To the next command that can be run, over those that cannot.
void CommandPalette::step(int rows) {
  const int count = list_->rowCount();
  int row = view_->currentIndex().isValid() ? view_->currentIndex().row() : -1;
  for (int i = 0; i < count; ++i) {
    row = (row + rows % count + count) % count;
    if (!(list_->index(row).flags() & Qt::ItemIsEnabled)) {
      rows = rows > 0 ? 1 : -1;
      continue;
    }
    view_->setCurrentIndex(list_->index(row));
    return;
  }
}

void CommandPalette::run(const QModelIndex& index) {
  if (!index.isValid() || !(index.flags() & Qt::ItemIsEnabled)) return;
  const auto work = list_->at(index.row()).run;
  close();  // first, so that the command finds the focus where it was
  work();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
  if (watched != field_ || event->type() != QEvent::KeyPress) {
    return Sheet::eventFilter(watched, event);
  }
  switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down: step(1); return true;
    case Qt::Key_Up: step(-1); return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp: {
      const bool down = static_cast<QKeyEvent*>(event)->key() == Qt::Key_PageDown;
      const int row = view_->currentIndex().row() + (down ? kRows - 1 : 1 - kRows);
      view_->setCurrentIndex(list_->index(qBound(0, row, list_->rowCount() - 1)));
      return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter: run(view_->currentIndex()); return true;
    default: return Sheet::eventFilter(watched, event);
  }
}

}  // namespace mia::ui

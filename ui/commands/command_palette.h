// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QLineEdit>
#include <QListView>

#include "ui/commands/command_list.h"
#include "ui/dialogs/sheet.h"

namespace mia::ui {

/// Everything that can be done, by typing a part of its name.
class CommandPalette : public Sheet {
  Q_OBJECT

 public:
  CommandPalette(QWidget* window, QList<Command> commands, CommandList::Maker maker);

  CommandList& list() { return *list_; }
  /// Begins with these words.
  void find(const QString& words) { field_->setText(words); }

 protected:
  QWidget* firstFocus() override { return field_; }
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void search();
  void run(const QModelIndex& index);
  void step(int rows);

  QLineEdit* field_;
  CommandList* list_;
  QListView* view_;
  QLabel* nothing_;
};

}  // namespace mia::ui

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/command.h"

#include <QPointer>

namespace mia::ui {

QString titleOf(const QAction& action) {
  QString title = action.text();
  title.remove(QLatin1Char('&'));
  return title;
}

QString keysOf(const QAction& action) {
  QStringList names;
  for (const QKeySequence& key : action.shortcuts()) {
    names.append(key.toString(QKeySequence::NativeText));
  }
  return names.join(QStringLiteral(", "));
}

QList<Command> commandsOf(const QList<QAction*>& actions, const QString& group) {
  QList<Command> commands;
  for (QAction* action : actions) {
    if (action->text().isEmpty() || action->isSeparator() || !action->isVisible()) continue;
    commands.append({titleOf(*action), group, keysOf(*action), action->icon(), action->isEnabled(),
                     [kept = QPointer<QAction>(action)] {
                       if (kept) kept->trigger();
                     }});
  }
  return commands;
}

}  // namespace mia::ui

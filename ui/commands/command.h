// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QIcon>
#include <QList>
#include <QString>
#include <functional>

namespace mia::ui {

/// Something that can be done by its name.
struct Command {
  QString title;
  QString group;  ///< where it belongs: a page, "Window", "Recent project"
  QString keys;   ///< empty: none
  QIcon icon;
  bool enabled = true;
  std::function<void()> run;
};

/// A command for every action that has a text.
QList<Command> commandsOf(const QList<QAction*>& actions, const QString& group);

/// An action's text as people read it, without mnemonics and dots.
QString titleOf(const QAction& action);
/// An action's keys, "Ctrl+Z, U".
QString keysOf(const QAction& action);

}  // namespace mia::ui

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QFrame>
#include <QLabel>
#include <QToolButton>

namespace mia::ui {

/// A label in one of the style sheet's roles: "title", "section", "heading", "caption", "dim".
QLabel* makeLabel(const char* role, const QString& text = {});
/// The same, wrapping, plain text that can be selected and copied.
QLabel* makeText(const char* role = "");
/// A frame in one of the style sheet's roles: "header", "bar", "card".
QFrame* makeFrame(const char* role);
/// A flat button for an action: its icon, with name and keys in the tool tip.
QToolButton* makeButton(QAction* action, int iconPixels = 16);
/// An action with an icon, a name and keys; its tool tip tells the keys.
/// A chip that names a filter and takes it off when it is pressed.
QToolButton* makeFilterChip(const QString& words);

QAction* makeAction(QWidget* owner, const QString& iconName, const QString& text,
                    const QList<QKeySequence>& keys);
/// Gives an action other keys; its tool tip tells them.
void setKeys(QAction* action, const QList<QKeySequence>& keys);
/// Puts a widget into another of the style sheet's roles.
void setRole(QWidget* widget, const char* role);
/// Shows `text` in `label`, or hides the label while there is none.
void setOrHide(QLabel* label, const QString& text);

}  // namespace mia::ui

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/parts.h"

#include <QCoreApplication>
#include <QStyle>
#include <QWidget>

#include "ui/theme/icons.h"
#include "ui/widgets/wrapped_label.h"

namespace mia::ui {

QLabel* makeLabel(const char* role, const QString& text) {
  auto* label = new QLabel(text);
  label->setTextFormat(Qt::PlainText);
  label->setProperty("role", role);
  return label;
}

QLabel* makeText(const char* role) {
  auto* label = new WrappedLabel;
  label->setProperty("role", role);
  return label;
}

QFrame* makeFrame(const char* role) {
  auto* frame = new QFrame;
  frame->setProperty("role", role);
  return frame;
}

QToolButton* makeButton(QAction* action, int iconPixels) {
  auto* button = new QToolButton;
  button->setDefaultAction(action);
  button->setIconSize({iconPixels, iconPixels});
  button->setAccessibleName(action->text());
  button->setFocusPolicy(Qt::TabFocus);
  return button;
}

QToolButton* makeFilterChip(const QString& words) {
  constexpr int kWidest = 280;
  const auto said = [](const char* text) {
    return QCoreApplication::translate("FilterChip", text);
  };
  auto* chip = new QToolButton;
  chip->setIcon(icon(QStringLiteral("close")));
  chip->setIconSize({12, 12});
  chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  chip->setLayoutDirection(Qt::RightToLeft);
  chip->setProperty("role", "chip");
  chip->setText(chip->fontMetrics().elidedText(words, Qt::ElideMiddle, kWidest));
  chip->setToolTip(said(QT_TRANSLATE_NOOP("FilterChip", "Remove the filter “%1”")).arg(words));
  chip->setAccessibleName(said(QT_TRANSLATE_NOOP("FilterChip", "Remove the filter %1")).arg(words));
  chip->setFocusPolicy(Qt::TabFocus);
  return chip;
}

QAction* makeAction(QWidget* owner, const QString& iconName, const QString& text,
                    const QList<QKeySequence>& keys) {
  auto* action = new QAction(icon(iconName), text, owner);
  action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  setKeys(action, keys);
  owner->addAction(action);
  return action;
}

void setKeys(QAction* action, const QList<QKeySequence>& keys) {
  action->setShortcuts(keys);
  QStringList names;
  for (const QKeySequence& key : keys) names.append(key.toString(QKeySequence::NativeText));
  action->setToolTip(names.isEmpty()
                         ? action->text()
                         : QStringLiteral("%1 (%2)").arg(action->text(), names.join(", ")));
}

void setRole(QWidget* widget, const char* role) {
  if (widget->property("role").toByteArray() == role) return;
  widget->setProperty("role", role);
  widget->style()->unpolish(widget);  // a style sheet reads properties only when it polishes
  widget->style()->polish(widget);
}

void setOrHide(QLabel* label, const QString& text) {
  label->setText(text);
  label->setVisible(!text.isEmpty());
}

}  // namespace mia::ui

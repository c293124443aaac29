// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/inline_editor.h"

#include <QKeyEvent>
#include <QTextBlock>

#include "ui/theme/tokens.h"

namespace mia::ui {

namespace {

constexpr int kMostEditedLines = 10;

}  // namespace

InlineEditor::InlineEditor(const QString& name) {
  setProperty("role", "inline");
  setAccessibleName(name);
  setTabChangesFocus(true);
  setToolTip(tr("Enter keeps it, Esc leaves it as it was, Shift+Enter begins a new line"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  connect(this, &QPlainTextEdit::textChanged, this, &InlineEditor::fit);
  hide();
}

void InlineEditor::begin(const QString& text) {
  setPlainText(text);
  show();
  fit();
  selectAll();
  setFocus(Qt::ShortcutFocusReason);
}

void InlineEditor::accept() {
  const QString text = toPlainText().trimmed();
  hide();
  Q_EMIT accepted(text);
  Q_EMIT closed();
}

void InlineEditor::end() {
  hide();
  Q_EMIT closed();
}

/// Escape is this editor's, whatever it means around it.
bool InlineEditor::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    event->accept();
    return true;
  }
  return QPlainTextEdit::event(event);
}

void InlineEditor::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (event->key() == Qt::Key_Escape) {
    end();
  } else if (enter && !(event->modifiers() & Qt::ShiftModifier)) {
    if (!event->isAutoRepeat()) accept();
  } else {
    QPlainTextEdit::keyPressEvent(event);
  }
}

void InlineEditor::resizeEvent(QResizeEvent* event) {
  QPlainTextEdit::resizeEvent(event);
  fit();
}

void InlineEditor::fit() {
  int lines = 0;
  for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
    lines += qMax(1, block.lineCount());
  }
  const int tall = qMin(qMax(2, lines), kMostEditedLines) * fontMetrics().lineSpacing();
  setFixedHeight(tall + 2 * space::kSmall + 2);
}

}  // namespace mia::ui

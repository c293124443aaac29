// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/key_fields.h"

#include <QAction>
#include <QGridLayout>
#include <QKeyEvent>

#include "ui/commands/command.h"
#include "ui/commands/key_bindings.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/parts.h"

namespace mia::ui {

namespace {

constexpr int kKeyWidth = 130;

bool isModifier(int key) {
  return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt ||
         key == Qt::Key_Meta || key == Qt::Key_AltGr || key == Qt::Key_unknown || key == 0;
}

}  // namespace

KeyButton::KeyButton(const QString& name) : name_(name) {
  setFixedWidth(kKeyWidth);
  connect(this, &QPushButton::clicked, this, [this] { setWaiting(!waiting_); });
}

void KeyButton::setKey(const QKeySequence& key) {
  key_ = key;
  setWaiting(false);
}

void KeyButton::setWaiting(bool waiting) {
  waiting_ = waiting;
  const QString shown = key_.isEmpty() ? tr("none") : key_.toString(QKeySequence::NativeText);
  setText(waiting ? tr("press a key…") : shown);
  setAccessibleName(tr("%1: %2").arg(name_, text()));
  setToolTip(tr("Press it, then the new key; Esc leaves it, Delete takes it away"));
}

void KeyButton::take(const QKeySequence& key) {
  setWaiting(false);
  Q_EMIT keyChosen(key);
}

/// While it waits every key is its own, also those that mean something elsewhere.
bool KeyButton::event(QEvent* event) {
  if (!waiting_) return QPushButton::event(event);
  if (event->type() == QEvent::ShortcutOverride) {
    event->accept();
    return true;
  }
  if (event->type() != QEvent::KeyPress) return QPushButton::event(event);
  const auto* press = static_cast<QKeyEvent*>(event);
  event->accept();
  if (press->isAutoRepeat() || isModifier(press->key())) return true;
  if (press->key() == Qt::Key_Escape) {
    setWaiting(false);
  } else if (press->key() == Qt::Key_Delete) {
    take(QKeySequence());
  } else {
    take(QKeySequence(QKeyCombination(press->modifiers() & ~Qt::KeypadModifier,
                                      static_cast<Qt::Key>(press->key()))));
  }
  return true;
}

void KeyButton::focusOutEvent(QFocusEvent* event) {
  if (waiting_) setWaiting(false);
  QPushButton::focusOutEvent(event);
}

KeyFields::KeyFields(QWidget* window) : window_(window) {
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(space::kMedium);
  grid->setVerticalSpacing(space::kTiny);
  grid->setColumnStretch(2, 1);
  int line = 0;
  for (const KeyBinding& binding : KeyBindings::all()) {
    const QString id = QString::fromLatin1(binding.id);
    const QString title = KeyBindings::titleOf(binding);
    Row row{new KeyButton(title), makeText("error")};
    QLabel* name = makeLabel("", title);
    name->setBuddy(row.button);
    grid->addWidget(name, line, 0);
    grid->addWidget(row.button, line, 1);
    grid->addWidget(row.problem, line, 2);
    rows_.insert(id, row);
    connect(row.button, &KeyButton::keyChosen, this,
            [this, id](const QKeySequence& key) { choose(id, key); });
    ++line;
  }
  reset_ = new QPushButton(tr("All as they came"));
  grid->addWidget(reset_, line, 1);
  connect(reset_, &QPushButton::clicked, this, [this] {
    KeyBindings::instance().reset();
    show();
  });
  show();
}

void KeyFields::show() {
  for (auto row = rows_.constBegin(); row != rows_.constEnd(); ++row) {
    row->button->setKey(KeyBindings::instance().key(row.key()));
    row->problem->clear();
  }
  reset_->setEnabled(KeyBindings::instance().isChanged());
}

/// Another key of the page, or one of the window.
QString KeyFields::holderOf(const QKeySequence& key, const QString& id) const {
  if (key.isEmpty()) return {};
  const QString other = KeyBindings::instance().holderOf(key, id);
  if (!other.isEmpty()) return other;
  for (const QAction* action : window_->actions()) {
    if (action->shortcuts().contains(key)) return titleOf(*action);
  }
  return {};
}

void KeyFields::choose(const QString& id, const QKeySequence& key) {
  const QString holder = holderOf(key, id);
  if (holder.isEmpty()) {
    KeyBindings::instance().setKey(id, key);
    show();
    return;
  }
  show();
  rows_[id].problem->setText(
      tr("%1 is “%2” already").arg(key.toString(QKeySequence::NativeText), holder));
}

}  // namespace mia::ui

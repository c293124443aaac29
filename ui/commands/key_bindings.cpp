// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/key_bindings.h"

#include <QCoreApplication>

#include "ui/session/settings.h"

namespace mia::ui {

KeyBindings& KeyBindings::instance() {
  static KeyBindings bindings;
  return bindings;
}

const std::vector<KeyBinding>& KeyBindings::all() {
  using Keys = QKeySequence;
  static const std::vector<KeyBinding> table{
      {"accept", QT_TR_NOOP("Accept the pair"), QT_TR_NOOP("accept"), Keys(Qt::Key_A)},
      {"reject", QT_TR_NOOP("Reject the pair"), QT_TR_NOOP("reject"), Keys(Qt::Key_X)},
      {"swap", QT_TR_NOOP("Swap chosen and rejected"), QT_TR_NOOP("swap"), Keys(Qt::Key_S)},
      {"skip", QT_TR_NOOP("Skip to the next undecided pair"), QT_TR_NOOP("skip"),
       Keys(Qt::Key_Space)},
      {"undo", QT_TR_NOOP("Undo the last decision"), QT_TR_NOOP("undo"), Keys(Qt::Key_Backspace)},
      {"flag", QT_TR_NOOP("Flag with a reason"), QT_TR_NOOP("flag"), Keys(Qt::Key_F)},
      {"edit-rejected", QT_TR_NOOP("Edit the rejected answer"), QT_TR_NOOP("edit rejected"),
       Keys(Qt::Key_E)},
      {"edit-chosen", QT_TR_NOOP("Edit the chosen answer"), QT_TR_NOOP("edit chosen"),
       Keys(Qt::SHIFT | Qt::Key_E)},
      {"note", QT_TR_NOOP("Write a note"), QT_TR_NOOP("note"), Keys(Qt::Key_N)},
      {"previous", QT_TR_NOOP("Previous pair"), QT_TR_NOOP("back"), Keys(Qt::Key_Left)},
      {"next", QT_TR_NOOP("Next pair"), QT_TR_NOOP("on"), Keys(Qt::Key_Right)},
      {"heatmap", QT_TR_NOOP("Heatmap"), QT_TR_NOOP("heatmap"), Keys(Qt::Key_H)},
      {"chosen-map", QT_TR_NOOP("Where it looked for the chosen answer"),
       QT_TR_NOOP("chosen's map"), Keys(Qt::Key_Q)},
      {"rejected-map", QT_TR_NOOP("Where it looked for the rejected answer"),
       QT_TR_NOOP("rejected's map"), Keys(Qt::Key_W)},
      {"target", QT_TR_NOOP("Target image large, while held"), QT_TR_NOOP("hold: target"),
       Keys(Qt::Key_Z)},
      {"image-1", QT_TR_NOOP("Zoom to image 1"), QT_TR_NOOP("zoom image"), Keys(Qt::Key_1)},
      {"image-2", QT_TR_NOOP("Zoom to image 2"), QT_TR_NOOP("zoom image"), Keys(Qt::Key_2)},
      {"image-3", QT_TR_NOOP("Zoom to image 3"), QT_TR_NOOP("zoom image"), Keys(Qt::Key_3)},
      {"image-4", QT_TR_NOOP("Zoom to image 4"), QT_TR_NOOP("zoom image"), Keys(Qt::Key_4)},
      {"image-5", QT_TR_NOOP("Zoom to image 5"), QT_TR_NOOP("zoom image"), Keys(Qt::Key_5)},
      {"image-6", QT_TR_NOOP("Zoom to image 6"), QT_TR_NOOP("zoom image"), Keys(Qt::Key_6)},
      {"image-7", QT_TR_NOOP("Zoom to image 7"), QT_TR_NOOP("zoom image"), Keys(Qt::Key_7)},
      {"image-8", QT_TR_NOOP("Zoom to image 8"), QT_TR_NOOP("zoom image"), Keys(Qt::Key_8)},
      {"image-9", QT_TR_NOOP("Zoom to image 9"), QT_TR_NOOP("zoom image"), Keys(Qt::Key_9)},
      {"layer-down", QT_TR_NOOP("Layer down"), QT_TR_NOOP("layer −"), Keys(Qt::Key_BracketLeft)},
      {"layer-up", QT_TR_NOOP("Layer up"), QT_TR_NOOP("layer +"), Keys(Qt::Key_BracketRight)},
      {"token-back", QT_TR_NOOP("Token back"), QT_TR_NOOP("token −"), Keys(Qt::Key_Comma)},
      {"token-forward", QT_TR_NOOP("Token forward"), QT_TR_NOOP("token +"), Keys(Qt::Key_Period)},
      {"pairs", QT_TR_NOOP("Pairs"), QT_TR_NOOP("pairs"), Keys(Qt::ALT | Qt::Key_1)},
      {"thresholds", QT_TR_NOOP("Thresholds"), QT_TR_NOOP("thresholds"), Keys(Qt::ALT | Qt::Key_2)},
      {"agreement", QT_TR_NOOP("Agreement of reviewers"), QT_TR_NOOP("agreement"),
       Keys(Qt::ALT | Qt::Key_3)},
      {"batch", QT_TR_NOOP("Decide all that the filter leaves…"), QT_TR_NOOP("batch"),
       Keys(Qt::Key_B)},
      {"pane", QT_TR_NOOP("Queue or answers, in a narrow window"), QT_TR_NOOP("pane"),
       Keys(Qt::Key_T)},
  };
  return table;
}

QString KeyBindings::titleOf(const KeyBinding& binding) { return tr(binding.title); }
QString KeyBindings::wordOf(const KeyBinding& binding) { return tr(binding.word); }

QKeySequence KeyBindings::key(const QString& id) const {
  const QVariantMap changed = get(settings::kAuditKeys);
  if (const auto found = changed.constFind(id); found != changed.constEnd()) {
    return QKeySequence(found->toString(), QKeySequence::PortableText);
  }
  for (const KeyBinding& binding : all()) {
    if (id == QLatin1String(binding.id)) return binding.fallback;
  }
  return {};
}

QString KeyBindings::holderOf(const QKeySequence& key, const QString& id) const {
  if (key.isEmpty()) return {};
  for (const KeyBinding& binding : all()) {
    const QString other = QString::fromLatin1(binding.id);
    if (other != id && this->key(other) == key) return titleOf(binding);
  }
  return {};
}

void KeyBindings::setKey(const QString& id, const QKeySequence& key) {
  QVariantMap changed = get(settings::kAuditKeys);
  changed.insert(id, key.toString(QKeySequence::PortableText));
  for (const KeyBinding& binding : all()) {
    if (id == QLatin1String(binding.id) && key == binding.fallback) changed.remove(id);
  }
  set(settings::kAuditKeys, changed);
  Q_EMIT this->changed();
}

void KeyBindings::reset() {
  set(settings::kAuditKeys, QVariantMap());
  Q_EMIT changed();
}

bool KeyBindings::isChanged() const { return !get(settings::kAuditKeys).isEmpty(); }

}  // namespace mia::ui

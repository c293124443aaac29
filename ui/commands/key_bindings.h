// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>
#include <vector>

namespace mia::ui {

/// A key of the audit page that a person can change.
struct KeyBinding {
  const char* id;     ///< stable, for the settings
  const char* title;  ///< what it does; untranslated
  const char* word;   ///< the same in a word or two, for the key bar; untranslated; bindings that
                      ///< follow each other with the same word share a place there
  QKeySequence fallback;
};

/// Which key does what on the audit page: one table, and what the person made of it. What is
/// changed holds at once, everywhere.
class KeyBindings : public QObject {
  Q_OBJECT

 public:
  static KeyBindings& instance();

  /// In the order that people see them in.
  static const std::vector<KeyBinding>& all();
  static QString titleOf(const KeyBinding& binding);
  static QString wordOf(const KeyBinding& binding);

  /// The key of a binding now; empty when the person took it away.
  QKeySequence key(const QString& id) const;
  /// What the key does already; "" when nothing but `id` itself has it.
  QString holderOf(const QKeySequence& key, const QString& id) const;
  void setKey(const QString& id, const QKeySequence& key);
  /// The table as it came.
  void reset();
  bool isChanged() const;

 Q_SIGNALS:
  void changed();
};

}  // namespace mia::ui

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/sheet.h"

class QGridLayout;

namespace mia::ui {

struct Field;
class KeyFields;

/// A person's preferences. Each holds as soon as it is changed.
class SettingsSheet : public Sheet {
  Q_OBJECT

 public:
  explicit SettingsSheet(QWidget* window);

  KeyFields& keys() { return *keys_; }

 Q_SIGNALS:
  void themeChosen(const QString& theme);

 protected:
  QWidget* firstFocus() override { return first_; }

 private:
  template <class T, class Keep>
  void add(Field field, const T& value, Keep keep);

  QGridLayout* grid_;
  QWidget* first_ = nullptr;
  KeyFields* keys_;
};

}  // namespace mia::ui

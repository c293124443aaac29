// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commands/command.h"
#include "ui/dialogs/sheet.h"

class QScrollArea;

namespace mia::ui {

/// What the keys do, group by group.
class KeySheet : public Sheet {
  Q_OBJECT

 public:
  /// Commands without keys are left out.
  KeySheet(QWidget* window, const QList<Command>& commands);

 protected:
  QWidget* firstFocus() override;

 private:
  QScrollArea* scroll_;
};

}  // namespace mia::ui

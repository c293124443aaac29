// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace mia::ui {

/// Whose view of a layout is shown: no model's, the demo model's, the one that the settings name,
/// or any checkpoint folder on this machine.
class ModelBox : public QComboBox {
  Q_OBJECT

 public:
  explicit ModelBox(QWidget* parent = nullptr);
  /// The checkpoint's folder; "" for no model.
  QString folder() const { return currentData().toString(); }
  /// Adds a checkpoint's folder, unless it is there, and chooses it.
  void choose(const QString& folder);

 Q_SIGNALS:
  void changed();

 private:
  void take(int index);
  void askForFolder();

  int shown_ = 0;
};

}  // namespace mia::ui

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPushButton>

namespace mia::ui {

/// A large button with an icon, a name and a line of explanation: one of the start page's doors.
class DoorButton : public QPushButton {
  Q_OBJECT

 public:
  DoorButton(const QString& iconName, const QString& title, const QString& explanation,
             QWidget* parent = nullptr);

  QSize sizeHint() const override { return {216, 132}; }

 private:
  void refresh();

  QString iconName_;
  QLabel* icon_;
};

}  // namespace mia::ui

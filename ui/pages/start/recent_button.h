// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace mia::ui {

/// A project that was open before: its name, and dimly where it lies.
class RecentButton : public QPushButton {
  Q_OBJECT

 public:
  explicit RecentButton(const QString& folder, QWidget* parent = nullptr);

  QSize sizeHint() const override { return {320, 32}; }
};

}  // namespace mia::ui

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace mia::ui {

/// The scale of the heatmaps on view: its colours, its ends, and where chance (1 × uniform) lies.
class HeatLegend : public QWidget {
  Q_OBJECT

 public:
  explicit HeatLegend(QWidget* parent = nullptr);
  /// The upper end, times uniform.
  void setScale(double upper);

  QSize sizeHint() const override { return {240, 34}; }
  QSize minimumSizeHint() const override { return {160, 34}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  double upper_ = 2;
};

}  // namespace mia::ui

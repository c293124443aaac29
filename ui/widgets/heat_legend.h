// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/widgets/heatmap.h"

namespace mia::ui {

/// The scale of the heatmaps on view: its colours, its ends, and where chance (1 × uniform) lies;
/// of a difference where both are equal.
class HeatLegend : public QWidget {
  Q_OBJECT

 public:
  explicit HeatLegend(QWidget* parent = nullptr);
  /// The upper end, times uniform, in the usual look.
  void setScale(double upper);
  void setLook(const HeatLook& look);

  QSize sizeHint() const override { return {240, 34}; }
  QSize minimumSizeHint() const override { return {160, 34}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void paintMark(QPainter& painter, const QRectF& bar, double share, const QString& words) const;

  HeatLook look_;
};

}  // namespace mia::ui

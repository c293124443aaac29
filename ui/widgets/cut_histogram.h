// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "curation/review_thresholds.h"

namespace mia::ui {

/// How a figure is spread over answers: the right ones upward from the axis, the wrong ones
/// downward and hatched, and a cut that mouse and keys move. What lies on the taken side of the cut
/// has a tinted ground.
class CutHistogram : public QWidget {
  Q_OBJECT

 public:
  enum class Taken { kBelow, kAbove };
  enum class Unit { kPercent, kNumber };

  struct Figure {
    QString title;
    Unit unit = Unit::kNumber;
    Taken taken = Taken::kBelow;
    double step = 0.01;  ///< of the arrow keys, and what a cut is rounded to
    bool roots = false;  ///< heights by the square root of the counts
    curation::CutHistogram counts;
  };

  explicit CutHistogram(QWidget* parent = nullptr);

  void setFigure(Figure figure);
  /// Where the cut stands, and where it stood when the pairs were selected.
  void setCut(double cut, double original);
  double cut() const { return cut_; }
  double original() const { return original_; }
  const Figure& figure() const { return figure_; }
  QString words(double value) const;
  /// Where a value stands, px; for who points at it.
  double xOf(double value) const;

  QSize sizeHint() const override { return {300, 148}; }
  QSize minimumSizeHint() const override { return {200, 132}; }

 Q_SIGNALS:
  /// The person moved the cut.
  void cutMoved(double cut);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  QRectF plot() const;
  double valueAt(double x) const;
  void moveTo(double value);
  void name();
  void paintBars(QPainter& painter) const;
  void paintAxis(QPainter& painter) const;
  void paintCut(QPainter& painter) const;
  QString binWords(double x) const;
  double heightOf(std::int64_t count) const;
  double tallest(const std::vector<std::int64_t>& counts) const;
  int bins() const { return static_cast<int>(figure_.counts.right.size()); }
  double low() const { return figure_.counts.low; }
  double high() const { return low() + qMax(1, bins()) * figure_.counts.width; }

  Figure figure_;
  double cut_ = 0;
  double original_ = 0;
};

}  // namespace mia::ui

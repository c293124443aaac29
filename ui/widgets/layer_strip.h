// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <QWidget>
#include <optional>

namespace mia::ui {

/// The decoder's layers as bars, each as tall as the share of attention that the target got there:
/// shows where in the model the target is found, and is where a layer or a range of them is chosen.
class LayerStrip : public QWidget {
  Q_OBJECT

 public:
  explicit LayerStrip(QWidget* parent = nullptr);

  /// The layers that were recorded, ascending, and the target's share (0..1) in each; the line that
  /// it is held against, if any; the indices of the layers that decide.
  void setLayers(QVector<int> layers, QVector<double> shares, std::optional<double> threshold,
                 int firstDeciding, int lastDeciding);
  /// Indices into the layers.
  void setRange(int first, int last);
  int first() const { return first_; }
  int last() const { return last_; }
  int count() const { return static_cast<int>(layers_.size()); }
  /// Moves the range, or with `extend` its upper end alone; tells by rangeChosen().
  void step(int layers, bool extend);

  QSize sizeHint() const override { return {240, 56}; }
  QSize minimumSizeHint() const override { return {100, 56}; }

 Q_SIGNALS:
  void rangeChosen(int first, int last);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  QRectF cell(int index) const;
  int indexAt(double x) const;
  void choose(int first, int last);
  QString words(int index) const;

  QVector<int> layers_;
  QVector<double> shares_;
  std::optional<double> threshold_;
  int firstDeciding_ = -1;
  int lastDeciding_ = -1;
  int first_ = 0;
  int last_ = 0;
  int anchor_ = 0;
};

}  // namespace mia::ui

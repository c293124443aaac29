// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>
#include <QWidget>
#include <optional>

namespace mia::ui {

/// How a layer's visual attention was spread: one segment per image in a fixed order, the target
/// outlined, the rest ("elsewhere": padding, margins, labels) hatched, a tick where the selection's
/// threshold stands.
class ShareBar : public QWidget {
  Q_OBJECT

 public:
  explicit ShareBar(QWidget* parent = nullptr);

  /// `shares` and `elsewhere` sum to 1; `target` is an index into shares, -1: there is none.
  void setShares(QVector<double> shares, double elsewhere, int target,
                 std::optional<double> threshold);

  QSize sizeHint() const override { return {240, 44}; }
  QSize minimumSizeHint() const override { return {120, 44}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;

 private:
  QVector<QRectF> segments() const;
  /// The last segment is what lies elsewhere.
  QString figure(int segment) const;
  QString words(int segment) const;

  QVector<double> shares_;
  double elsewhere_ = 0;
  int target_ = 0;
  std::optional<double> threshold_;
};

}  // namespace mia::ui

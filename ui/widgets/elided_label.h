// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace mia::ui {

/// One line of text with "…" where it does not fit, at its end unless told otherwise; the tool tip
/// tells all of it.
class ElidedLabel : public QLabel {
  Q_OBJECT

 public:
  explicit ElidedLabel(const char* role = "", QWidget* parent = nullptr);
  void setText(const QString& text);
  void setElideMode(Qt::TextElideMode mode) { mode_ = mode; }

  QSize minimumSizeHint() const override { return {0, QLabel::minimumSizeHint().height()}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Qt::TextElideMode mode_ = Qt::ElideRight;
};

}  // namespace mia::ui

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wrapped_label.h"

namespace mia::ui {

WrappedLabel::WrappedLabel() {
  setTextFormat(Qt::PlainText);
  setWordWrap(true);
  setTextInteractionFlags(Qt::TextSelectableByMouse);
  setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

int WrappedLabel::heightForWidth(int width) const {
  if (text() != measured_) {
    measured_ = text();
    heights_.clear();
  }
  const auto known = heights_.constFind(width);
  if (known != heights_.constEnd()) return *known;
  return *heights_.insert(width, QLabel::heightForWidth(width));
}

/// The width is not looked at: the label takes what there is.
QSize WrappedLabel::sizeHint() const { return {0, heightForWidth(width())}; }

QSize WrappedLabel::minimumSizeHint() const {
  const QMargins margins = contentsMargins();
  return {0, fontMetrics().lineSpacing() + margins.top() + margins.bottom()};
}

void WrappedLabel::changeEvent(QEvent* event) {
  heights_.clear();
  QLabel::changeEvent(event);
}

}  // namespace mia::ui

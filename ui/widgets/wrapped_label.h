// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QLabel>

namespace mia::ui {

/// Running text that wraps, as wide as its place and as high as it needs; plain, to be selected and
/// copied. A layout asks for the height at the same few widths again and again, and QLabel lays the
/// text out each time: this one remembers.
class WrappedLabel : public QLabel {
 public:
  WrappedLabel();

  int heightForWidth(int width) const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void changeEvent(QEvent* event) override;

 private:
  mutable QString measured_;         ///< the text that these heights are of
  mutable QHash<int, int> heights_;  ///< by width
};

}  // namespace mia::ui

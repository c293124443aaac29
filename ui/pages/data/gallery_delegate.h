// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace mia::ui {

/// Paints one cell of the gallery: the picture on its ground, what it is beneath, and plainly what
/// is wrong when there is no picture.
class GalleryDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  /// The side of the square that a picture fits into, logical px.
  int edge() const { return edge_; }
  void setEdge(int pixels) { edge_ = pixels; }
  QSize cellSize() const;

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;

 private:
  int edge_ = 160;
};

}  // namespace mia::ui

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>

namespace mia::ui {

class GalleryDelegate;

/// A grid of equal cells over a list model of any length: where a cell stands is arithmetic, so a
/// million cost what ten cost. Arrows, Home, End and pages move; Enter opens; Ctrl and the wheel
/// zoom. Many are selected with Shift (a run of cells), Ctrl (one more) or by dragging a frame.
class GalleryView : public QAbstractItemView {
  Q_OBJECT

 public:
  static constexpr int kSmallestEdge = 72;
  static constexpr int kLargestEdge = 360;

  explicit GalleryView(QWidget* parent = nullptr);

  /// The side of the square that a picture fits into, logical px.
  int edge() const;
  void setEdge(int pixels);
  /// Shown in place of the cells while there are none.
  void setEmptyText(const QString& heading, const QString& advice);

  QRect visualRect(const QModelIndex& index) const override;
  void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
  QModelIndex indexAt(const QPoint& point) const override;
  void keyboardSearch(const QString&) override {}
  /// How many rows are selected, without listing them.
  qint64 selectedCount() const;

 Q_SIGNALS:
  void edgeChanged(int pixels);
  /// The pictures are shown at this many device px.
  void devicePixelsChanged(int pixels);
  void selectionEdited();

 protected:
  QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
  int horizontalOffset() const override { return 0; }
  int verticalOffset() const override;
  bool isIndexHidden(const QModelIndex&) const override { return false; }
  void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags) override;
  QRegion visualRegionForSelection(const QItemSelection& selection) const override;
  void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void updateGeometries() override;

 private:
  int count() const { return model() ? model()->rowCount() : 0; }
  int columns() const;
  int rows() const { return (count() + columns() - 1) / columns(); }
  QSize cell() const;
  QRect cellRect(int row) const;
  void announceDevicePixels();
  QItemSelection cellsWithin(const QRect& frame) const;
  QItemSelection cellsBetween(const QPoint& from, const QPoint& to) const;

  GalleryDelegate* delegate_;
  QPoint pressedAt_;  ///< in the grid, not the viewport
  QRect frame_;       ///< that is dragged, in the viewport
  QString emptyHeading_;
  QString emptyAdvice_;
};

}  // namespace mia::ui

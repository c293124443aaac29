// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data/gallery_view.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include "ui/pages/data/gallery_delegate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"

namespace mia::ui {

namespace {

constexpr int kGalleryMargin = space::kMedium;

}  // namespace

GalleryView::GalleryView(QWidget* parent)
    : QAbstractItemView(parent), delegate_(new GalleryDelegate(this)) {
  setItemDelegate(delegate_);
  setSelectionMode(ExtendedSelection);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
  setMouseTracking(true);
  setTabKeyNavigation(false);
  viewport()->setAttribute(Qt::WA_Hover);
}

void GalleryView::setEdge(int pixels) {
  pixels = qBound(kSmallestEdge, pixels, kLargestEdge);
  if (pixels == edge()) return;
  const QModelIndex kept = currentIndex().isValid()
                               ? currentIndex()
                               : indexAt(QPoint(kGalleryMargin * 2, kGalleryMargin * 2));
  delegate_->setEdge(pixels);
  updateGeometries();
  if (kept.isValid()) scrollTo(kept, PositionAtCenter);
  announceDevicePixels();
  viewport()->update();
  Q_EMIT edgeChanged(pixels);
}

void GalleryView::setEmptyText(const QString& heading, const QString& advice) {
  emptyHeading_ = heading;
  emptyAdvice_ = advice;
  viewport()->update();
}

int GalleryView::edge() const { return delegate_->edge(); }

QSize GalleryView::cell() const { return delegate_->cellSize(); }

int GalleryView::columns() const {
  return qMax(1, (viewport()->width() - 2 * kGalleryMargin) / cell().width());
}

QRect GalleryView::cellRect(int row) const {
  // What the columns leave over is shared out between them, so that the grid fills its width.
  const int width = (viewport()->width() - 2 * kGalleryMargin) / columns();
  const int column = row % columns();
  const qint64 top = qint64{row / columns()} * cell().height() + kGalleryMargin - verticalOffset();
  return QRect(kGalleryMargin + column * width, static_cast<int>(top), width, cell().height());
}

QRect GalleryView::visualRect(const QModelIndex& index) const {
  return index.isValid() ? cellRect(index.row()) : QRect();
}

int GalleryView::verticalOffset() const { return verticalScrollBar()->value(); }

QModelIndex GalleryView::indexAt(const QPoint& point) const {
  const int width = (viewport()->width() - 2 * kGalleryMargin) / columns();
  const int y = point.y() + verticalOffset() - kGalleryMargin;
  const int x = point.x() - kGalleryMargin;
  if (x < 0 || y < 0 || width <= 0 || x / width >= columns()) return {};
  const int row = y / cell().height() * columns() + x / width;
  return row < count() ? model()->index(row, 0, rootIndex()) : QModelIndex();
}

void GalleryView::scrollTo(const QModelIndex& index, ScrollHint hint) {
  if (!index.isValid()) return;
  const QRect rect = cellRect(index.row());
  const int height = viewport()->height();
  int move = 0;
  if (hint == PositionAtCenter) {
    move = rect.center().y() - height / 2;
  } else if (hint == PositionAtTop || rect.top() < 0) {
    move = rect.top() - kGalleryMargin;
  } else if (hint == PositionAtBottom || rect.bottom() > height) {
    move = rect.bottom() - height + kGalleryMargin;
  }
  verticalScrollBar()->setValue(verticalScrollBar()->value() + move);
}

QModelIndex GalleryView::moveCursor(CursorAction action, Qt::KeyboardModifiers) {
  if (count() == 0) return {};
  const QModelIndex current = currentIndex();
  if (!current.isValid()) return model()->index(0, 0, rootIndex());
  const int page = qMax(1, viewport()->height() / cell().height()) * columns();
  int row = current.row();
  switch (action) {
    case MoveLeft:
    case MovePrevious: row -= 1; break;
    case MoveRight:
    case MoveNext: row += 1; break;
    case MoveUp: row -= row >= columns() ? columns() : 0; break;
    case MoveDown: row += row / columns() < rows() - 1 ? columns() : 0; break;
    case MovePageUp: row -= page; break;
    case MovePageDown: row += page; break;
    case MoveHome: row = 0; break;
    case MoveEnd: row = count() - 1; break;
  }
  return model()->index(qBound(0, row, count() - 1), 0, rootIndex());
}

void GalleryView::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags) {
  const bool dragging = state() == DragSelectingState;
  selectionModel()->select(
      dragging ? cellsWithin(rect.normalized()) : cellsBetween(rect.topLeft(), rect.bottomRight()),
      flags);
}

/// A range per line of the grid that the frame touches.
QItemSelection GalleryView::cellsWithin(const QRect& frame) const {
  const int width = qMax(1, (viewport()->width() - 2 * kGalleryMargin) / columns());
  const auto line = [&](int y) {
    return (y + verticalOffset() - kGalleryMargin) / cell().height();
  };
  const int left = qBound(0, (frame.left() - kGalleryMargin) / width, columns() - 1);
  const int right = qBound(0, (frame.right() - kGalleryMargin) / width, columns() - 1);
  QItemSelection cells;
  for (int y = qMax(0, line(frame.top())); y <= qMin(rows() - 1, line(frame.bottom())); ++y) {
    const int first = y * columns() + left;
    const int last = qMin(count() - 1, y * columns() + right);
    if (first <= last) {
      cells.append(QItemSelectionRange(model()->index(first, 0), model()->index(last, 0)));
    }
  }
  return cells;
}

/// The run of cells from one place to another, in the order of the list.
QItemSelection GalleryView::cellsBetween(const QPoint& from, const QPoint& to) const {
  const QModelIndex a = indexAt(from), b = indexAt(to);
  if (!a.isValid() && !b.isValid()) return {};
  if (!a.isValid() || !b.isValid()) {
    const QModelIndex& one = a.isValid() ? a : b;
    return QItemSelection(one, one);
  }
  return a.row() < b.row() ? QItemSelection(a, b) : QItemSelection(b, a);
}

// Only what is in sight: a selection may hold a million rows.
QRegion GalleryView::visualRegionForSelection(const QItemSelection& selection) const {
  const int first = qMax(0, verticalOffset() - kGalleryMargin) / cell().height() * columns();
  const int last = first + (viewport()->height() / cell().height() + 2) * columns();
  QRegion region;
  for (const QItemSelectionRange& range : selection) {
    for (int row = qMax(first, range.top()); row <= qMin(last, range.bottom()); ++row) {
      region += cellRect(row);
    }
  }
  return region;
}

qint64 GalleryView::selectedCount() const {
  qint64 rows = 0;
  for (const QItemSelectionRange& range : selectionModel()->selection()) rows += range.height();
  return rows;
}

void GalleryView::selectionChanged(const QItemSelection& selected,
                                   const QItemSelection& deselected) {
  QAbstractItemView::selectionChanged(selected, deselected);
  Q_EMIT selectionEdited();
}

void GalleryView::mousePressEvent(QMouseEvent* event) {
  pressedAt_ = event->pos() + QPoint(0, verticalOffset());
  QAbstractItemView::mousePressEvent(event);
}

void GalleryView::mouseMoveEvent(QMouseEvent* event) {
  QAbstractItemView::mouseMoveEvent(event);
  if (state() != DragSelectingState) return;
  const QRect before = frame_;
  frame_ = QRect(pressedAt_ - QPoint(0, verticalOffset()), event->pos()).normalized();
  viewport()->update(before.united(frame_).adjusted(-2, -2, 2, 2));
}

void GalleryView::mouseReleaseEvent(QMouseEvent* event) {
  QAbstractItemView::mouseReleaseEvent(event);
  viewport()->update(frame_.adjusted(-2, -2, 2, 2));
  frame_ = {};
}

void GalleryView::paintEvent(QPaintEvent* event) {
  QPainter painter(viewport());
  painter.fillRect(event->rect(), tokens().panel);
  if (count() == 0) {
    paintEmptyState(painter, viewport()->rect(), emptyHeading_, emptyAdvice_);
    return;
  }
  QStyleOptionViewItem option;
  initViewItemOption(&option);
  const int top = qMax(0, event->rect().top() + verticalOffset() - kGalleryMargin);
  const int bottom = event->rect().bottom() + verticalOffset() - kGalleryMargin;
  const int first = top / cell().height() * columns();
  const int last = qMin(count() - 1, (bottom / cell().height() + 1) * columns() - 1);
  const QModelIndex hovered = indexAt(viewport()->mapFromGlobal(QCursor::pos()));
  const QStyle::State plain =
      option.state & ~(QStyle::State_Selected | QStyle::State_HasFocus | QStyle::State_MouseOver);
  for (int row = first; row <= last; ++row) {
    const QModelIndex index = model()->index(row, 0, rootIndex());
    option.rect = cellRect(row);
    option.state = plain;
    if (selectionModel()->isSelected(index)) option.state |= QStyle::State_Selected;
    if (index == currentIndex() && hasFocus()) option.state |= QStyle::State_HasFocus;
    if (index == hovered && viewport()->underMouse()) option.state |= QStyle::State_MouseOver;
    itemDelegate()->paint(&painter, option, index);
  }
  if (frame_.isValid()) {
    QColor tint = tokens().accent;
    painter.setPen(tint);
    tint.setAlpha(40);
    painter.setBrush(tint);
    painter.drawRect(frame_);
  }
}

void GalleryView::resizeEvent(QResizeEvent* event) {
  QAbstractItemView::resizeEvent(event);
  updateGeometries();
  if (currentIndex().isValid()) scrollTo(currentIndex());
}

void GalleryView::wheelEvent(QWheelEvent* event) {
  if (!(event->modifiers() & Qt::ControlModifier)) {
    QAbstractItemView::wheelEvent(event);
    return;
  }
  setEdge(edge() + (event->angleDelta().y() > 0 ? 1 : -1) * qMax(8, edge() / 8));
  event->accept();
}

void GalleryView::showEvent(QShowEvent* event) {
  QAbstractItemView::showEvent(event);
  announceDevicePixels();
}

void GalleryView::updateGeometries() {
  QAbstractItemView::updateGeometries();
  const int height = viewport()->height();
  verticalScrollBar()->setRange(0, qMax(0, rows() * cell().height() + 2 * kGalleryMargin - height));
  verticalScrollBar()->setPageStep(height);
  verticalScrollBar()->setSingleStep(cell().height() / 3);
}

void GalleryView::announceDevicePixels() {
  Q_EMIT devicePixelsChanged(qRound(edge() * devicePixelRatioF()));
}

}  // namespace mia::ui

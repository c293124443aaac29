// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compose/layout_canvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>

#include "ui/theme/theme.h"
#include "ui/widgets/picture_scene.h"

namespace mia::ui {

namespace {

constexpr double kCanvasMargin = 16;
constexpr double kPictureGap = 16;
constexpr double kHandle = 10;    ///< side of a handle, logical px
constexpr double kSnapReach = 8;  ///< logical px
constexpr int kCellStep = 8;      ///< px that a dragged cell's sides are multiples of
constexpr int kSmallestCell = 32, kLargestCell = 2048;
constexpr double kSmallestInset = 0.05;

}  // namespace

LayoutCanvas::LayoutCanvas(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setMinimumSize(200, 160);
  setAccessibleName(tr("Preview of the layout"));
  connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void LayoutCanvas::setPreview(std::shared_ptr<LoadedPreview> preview) {
  preview_ = std::move(preview);
  arrange();
  update();
}

void LayoutCanvas::setMessage(const QString& heading, const QString& advice) {
  heading_ = heading;
  advice_ = advice;
  update();
}

void LayoutCanvas::setPatchesShown(bool shown) {
  patchesShown_ = shown;
  update();
}

void LayoutCanvas::setOutlinesShown(bool shown) {
  outlinesShown_ = shown;
  update();
}

void LayoutCanvas::arrange() {
  if (!preview_) return;
  const auto& pictures = preview_->preview.pictures;
  const double ratio = devicePixelRatioF();
  if (drag_ == Drag::kCellCorner && !places_.isEmpty()) {
    // While cells are resized the scale stays, or what is dragged would run away from the pointer.
    const QSizeF size(pictures.front().width, pictures.front().height);
    places_.front() = onPixels(QRectF(places_.front().topLeft(), size * dragScale_), ratio);
    return;
  }
  std::vector<layout::Size> sizes;
  for (const auto& picture : pictures) sizes.push_back({picture.width, picture.height});
  const QPointF corner = onPixels(QRectF(kCanvasMargin, kCanvasMargin, 1, 1), ratio).topLeft();
  places_.clear();
  for (const layout::PixelRect& place : layout::arranged(sizes, area())) {
    places_.append(QRectF(corner + QPointF(place.left, place.top) / ratio,
                          QSizeF(place.width, place.height) / ratio));
  }
}

/// What the pictures share, device px.
layout::Area LayoutCanvas::area() const {
  const double ratio = devicePixelRatioF();
  return {qMax(1.0, (width() - 2 * kCanvasMargin) * ratio),
          qMax(1.0, (height() - 2 * kCanvasMargin) * ratio), kPictureGap * ratio};
}

QRectF LayoutCanvas::placeOf(int picture) const { return places_.value(picture); }

QRectF LayoutCanvas::toView(int picture, const QRectF& rect) const {
  const QRectF place = placeOf(picture);
  const auto& shown = preview_->preview.pictures[static_cast<std::size_t>(picture)];
  const double scale = place.width() / qMax(1, shown.width);
  return QRectF(place.topLeft() + rect.topLeft() * scale, rect.size() * scale);
}

curation::PreviewFit LayoutCanvas::wantedFit() const {
  return {area(), drag_ == Drag::kCellCorner ? dragScale_ * devicePixelRatioF() : 0};
}

const LayoutRecipe& LayoutCanvas::recipe() const { return preview_->preview.sample.source.recipe; }

bool LayoutCanvas::isEditable() const {
  return preview_ && !places_.isEmpty() && preview_->ask.look == curation::PreviewLook::kCanvas &&
         (recipe().kind == LayoutKind::kGrid || recipe().kind == LayoutKind::kPicInPic);
}

QRectF LayoutCanvas::regionRect(int image) const {
  for (const auto& region : preview_->preview.pictures.front().regions) {
    if (region.image == image) return {region.x, region.y, region.width, region.height};
  }
  return {};
}

QRectF LayoutCanvas::cellRect(int image) const {
  const GridParameters& grid = recipe().grid;
  const double below = grid.labelSide == LabelSide::kAbove ? grid.margin : 0;
  return QRectF(grid.columnOf(image) * (grid.cellWidth + grid.margin),
                grid.rowOf(image) * (grid.cellHeight + grid.margin) + below, grid.cellWidth,
                grid.cellHeight);
}

QRectF LayoutCanvas::handleOf(const QRectF& box) const {
  const QPointF corner = toView(0, box).bottomRight();
  return QRectF(corner.x() - kHandle, corner.y() - kHandle, kHandle, kHandle);
}

QPointF LayoutCanvas::toPicture(const QPointF& at) const {
  const QRectF place = placeOf(0);
  return (at - place.topLeft()) * (preview_->preview.pictures.front().width / place.width());
}

int LayoutCanvas::cellAt(const QPointF& at) const {
  for (int image = 0; image < recipe().imageCount; ++image) {
    if (toView(0, cellRect(image)).contains(at)) return image;
  }
  return -1;
}

LayoutCanvas::Drag LayoutCanvas::dragAt(const QPointF& at) const {
  if (!isEditable()) return Drag::kNone;
  constexpr double kSlack = 4;
  const auto onHandle = [&](const QRectF& box) {
    return handleOf(box).adjusted(-kSlack, -kSlack, kSlack, kSlack).contains(at);
  };
  if (recipe().kind == LayoutKind::kPicInPic) {
    const QRectF inset = regionRect(1);
    if (onHandle(inset)) return Drag::kInsetCorner;
    return toView(0, inset).contains(at) ? Drag::kInset : Drag::kNone;
  }
  if (onHandle(cellRect(0))) return Drag::kCellCorner;
  return cellAt(at) == recipe().targetIndex ? Drag::kTarget : Drag::kNone;
}

/// The nearest stop within reach, or the value itself.
double LayoutCanvas::snapped(double value, const QVector<double>& stops, double reach,
                             std::optional<double>& guide) const {
  guide.reset();
  for (const double stop : stops) {
    if (std::abs(value - stop) > reach) continue;
    reach = std::abs(value - stop);
    guide = stop;
  }
  return guide.value_or(value);
}

void LayoutCanvas::dragInset(const QPointF& at, bool snap) {
  const auto& picture = preview_->preview.pictures.front();
  const QRectF inset = regionRect(1);
  const double reach = snap ? kSnapReach * picture.width / placeOf(0).width() : -1;
  const QPointF centre = toPicture(at) - grabbed_;
  const auto along = [&](double value, double side, double part, std::optional<double>& guide) {
    const double low = part / 2, high = side - part / 2;
    const double held = qBound(qMin(low, high), value, qMax(low, high));
    return snapped(held, {low, side / 3, side / 2, side * 2 / 3, high}, reach, guide) / side;
  };
  const double x = along(centre.x(), picture.width, inset.width(), guideX_);
  const double y = along(centre.y(), picture.height, inset.height(), guideY_);
  Q_EMIT insetMoved(x, y);
}

void LayoutCanvas::scaleInset(const QPointF& at, bool snap) {
  const QRectF inset = regionRect(1);
  const QPointF from = toPicture(at) - inset.center();
  // How much larger the inset would be with its corner there, its centre kept.
  const double factor = qMax(2 * from.x() / inset.width(), 2 * from.y() / inset.height());
  const double now = recipe().picInPic.scale;
  const double reach = snap ? 0.012 : -1;
  std::optional<double> guide;
  const double scale = snapped(qBound(kSmallestInset, now * factor, 1.0),
                               {0.25, 1.0 / 3, 0.5, 0.6, 0.7, 0.75, 0.8, 1.0}, reach, guide);
  Q_EMIT insetScaled(std::round(scale * 1000) / 1000);
}

void LayoutCanvas::resizeCell(const QPointF& at, bool snap) {
  const QPointF to = toPicture(at) - cellRect(0).topLeft();
  const int step = snap ? kCellStep : 1;
  const auto side = [&](double value) {
    return qBound(kSmallestCell, int(std::lround(value / step)) * step, kLargestCell);
  };
  QSize size(side(to.x()), side(to.y()));
  // Nearly square is meant to be square.
  if (snap && std::abs(size.width() - size.height()) <= kCellStep) {
    size.setHeight(size.width());
  }
  Q_EMIT cellResized(size);
}

void LayoutCanvas::resizeEvent(QResizeEvent*) {
  arrange();
  Q_EMIT resized();
}

void LayoutCanvas::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  drag_ = dragAt(event->position());
  pointer_ = event->position();
  if (drag_ == Drag::kNone) return;
  dragScale_ = placeOf(0).width() / preview_->preview.pictures.front().width;
  Q_EMIT gestureBegun();
  if (drag_ == Drag::kInset) grabbed_ = toPicture(event->position()) - regionRect(1).center();
}

void LayoutCanvas::mouseMoveEvent(QMouseEvent* event) {
  pointer_ = event->position();
  const bool snap = !(event->modifiers() & Qt::AltModifier);
  switch (drag_) {
    case Drag::kInset: dragInset(pointer_, snap); break;
    case Drag::kInsetCorner: scaleInset(pointer_, snap); break;
    case Drag::kCellCorner: resizeCell(pointer_, snap); break;
    case Drag::kTarget: break;
    case Drag::kNone: {
      const Drag over = dragAt(pointer_);
      const bool corner = over == Drag::kInsetCorner || over == Drag::kCellCorner;
      setCursor(corner                ? Qt::SizeFDiagCursor
                : over == Drag::kNone ? Qt::ArrowCursor
                                      : Qt::OpenHandCursor);
      break;
    }
  }
  update();
}

void LayoutCanvas::mouseReleaseEvent(QMouseEvent* event) {
  if (drag_ == Drag::kTarget) {
    const int cell = cellAt(event->position());
    if (cell >= 0 && cell != recipe().targetIndex) Q_EMIT targetMoved(cell);
  }
  drag_ = Drag::kNone;
  guideX_.reset();
  guideY_.reset();
  arrange();
  update();
}

bool LayoutCanvas::nudgeInset(QKeyEvent* event) {
  const auto& picture = preview_->preview.pictures.front();
  const double step = event->modifiers() & Qt::ShiftModifier ? 10 : 1;
  const double dx = step * ((event->key() == Qt::Key_Right) - (event->key() == Qt::Key_Left));
  const double dy = step * ((event->key() == Qt::Key_Down) - (event->key() == Qt::Key_Up));
  const PicInPicParameters& inset = request_.picInPic;
  if (dx != 0 || dy != 0) {
    Q_EMIT insetMoved(qBound(0.0, inset.centreX + dx / picture.width, 1.0),
                      qBound(0.0, inset.centreY + dy / picture.height, 1.0));
    return true;
  }
  const int grow = (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal) -
                   (event->key() == Qt::Key_Minus);
  if (grow == 0) return false;
  Q_EMIT insetScaled(qBound(kSmallestInset, inset.scale + 0.01 * step * grow, 1.0));
  return true;
}

bool LayoutCanvas::nudgeGrid(QKeyEvent* event) {
  const int dx = (event->key() == Qt::Key_Right) - (event->key() == Qt::Key_Left);
  const int dy = (event->key() == Qt::Key_Down) - (event->key() == Qt::Key_Up);
  if (dx == 0 && dy == 0) return false;
  if (event->modifiers() & Qt::ControlModifier) {
    const int step = event->modifiers() & Qt::ShiftModifier ? kCellStep : 1;
    Q_EMIT cellResized({qBound(kSmallestCell, request_.grid.cellWidth + step * dx, kLargestCell),
                        qBound(kSmallestCell, request_.grid.cellHeight + step * dy, kLargestCell)});
    return true;
  }
  const GridParameters& grid = recipe().grid;
  const int column = grid.columnOf(recipe().targetIndex) + dx;
  const int row = grid.rowOf(recipe().targetIndex) + dy;
  if (column < 0 || column >= grid.columns || row < 0 || row >= grid.rows) return true;
  for (int image = 0; image < recipe().imageCount; ++image) {
    if (grid.columnOf(image) == column && grid.rowOf(image) == row) Q_EMIT targetMoved(image);
  }
  return true;
}

void LayoutCanvas::keyPressEvent(QKeyEvent* event) {
  const bool taken = isEditable() && (recipe().kind == LayoutKind::kPicInPic ? nudgeInset(event)
                                                                             : nudgeGrid(event));
  if (!taken) QWidget::keyPressEvent(event);
}

}  // namespace mia::ui

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/picture_canvas.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/theme/theme.h"

namespace mia::ui {

namespace {

constexpr double kMargin = 16;
constexpr double kGap = 16;
constexpr double kLargestZoom = 32;
constexpr double kZoomStep = 1.25;

}  // namespace

QVector<QImage> halvedLevels(const QImage& image) {
  constexpr int kSmallest = 256;
  QVector<QImage> levels{image};
  while (qMax(levels.last().width(), levels.last().height()) > 2 * kSmallest) {
    const QImage& last = levels.last();
    levels.append(last.scaled(qMax(1, last.width() / 2), qMax(1, last.height() / 2),
                              Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
  }
  return levels;
}

PictureCanvas::PictureCanvas(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setMinimumSize(160, 120);
  setAccessibleName(tr("Picture"));
  connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PictureCanvas::setPictures(QVector<CanvasPicture> pictures) {
  pictures_ = std::move(pictures);
  maps_.clear();
  overlays_.clear();
  contours_.clear();
  marked_ = {-1, -1};
  fit();
}

void PictureCanvas::setMessage(const QString& heading, const QString& advice) {
  heading_ = heading;
  advice_ = advice;
  update();
}

void PictureCanvas::setHeatmaps(QVector<Heatmap> maps, const HeatLook& look) {
  maps_ = std::move(maps);
  look_ = look;
  overlays_.clear();
  contours_.clear();
  for (const Heatmap& map : maps_) {
    overlays_.append(paintHeatmap(map, look));
    if (look.style == HeatStyle::kContour) contours_.append(contoursOf(map, look));
  }
  update();
}

void PictureCanvas::setMarkedPatch(int picture, int patch) {
  marked_ = {picture, patch};
  update();
}

void PictureCanvas::setTextPixels(int pixels) {
  textPixels_ = pixels;
  if (fitted_) fit();
}

void PictureCanvas::setRegionsShown(bool shown) {
  regionsShown_ = shown;
  update();
}

/// The pictures in rows of `columns`, all equally tall, as large as they fit. Gaps and titles keep
/// their size on the screen, so they take more of the scene the smaller the pictures are shown.
PictureCanvas::Arrangement PictureCanvas::arranged(int columns) const {
  int tallest = 1;
  for (const CanvasPicture& picture : pictures_) tallest = qMax(tallest, picture.size().height());
  const int count = static_cast<int>(pictures_.size());
  const int rows = (count + columns - 1) / columns;
  QVector<double> widths;
  for (const CanvasPicture& picture : pictures_) {
    const QSize size = picture.size().isEmpty() ? QSize(tallest, tallest) : picture.size();
    widths.append(double(tallest) * size.width() / size.height());
  }
  QVector<double> rowWidths(rows, 0);
  for (int i = 0; i < count; ++i) rowWidths[i / columns] += widths[i];
  const double widest = *std::max_element(rowWidths.begin(), rowWidths.end());
  const double title = count > 1 ? 2 * textPixels_ : 0;
  const double freeWidth = width() - 2 * kMargin - (columns - 1) * kGap;
  const double freeHeight = height() - 2 * kMargin - (rows - 1) * kGap - rows * title;
  Arrangement result;
  result.scale = qMax(1e-3, qMin(freeWidth / widest, freeHeight / (double(rows) * tallest)));
  const double gap = kGap / result.scale, head = title / result.scale;
  for (int i = 0; i < count; ++i) {
    const int row = i / columns;
    const int inRow = qMin(columns, count - row * columns);
    const double slack = widest - rowWidths[row] + (columns - inRow) * gap;
    const double x = i % columns == 0 ? slack / 2 : result.places.last().right() + gap;
    const double y = row * (tallest + head + gap) + head;
    result.places.append(QRectF(x, y, widths[i], tallest));
  }
  result.size = QSizeF(widest + (columns - 1) * gap, rows * (tallest + head) + (rows - 1) * gap);
  return result;
}

void PictureCanvas::arrange() {
  arrangement_ = {};
  for (int columns = 1; columns <= pictures_.size(); ++columns) {
    Arrangement candidate = arranged(columns);
    if (candidate.scale > arrangement_.scale) arrangement_ = std::move(candidate);
  }
}

void PictureCanvas::fit() {
  fitted_ = true;
  arrange();
  if (!pictures_.isEmpty()) {
    // A small picture is not blown up beyond what is pleasant to look at.
    scale_ = qMin(arrangement_.scale, kLargestZoom / 4);
    offset_ = QPointF((width() - arrangement_.size.width() * scale_) / 2,
                      (height() - arrangement_.size.height() * scale_) / 2);
  }
  update();
  Q_EMIT zoomChanged();
}

void PictureCanvas::oneToOne() { zoomAt(rect().center(), 1 / devicePixelRatioF()); }

void PictureCanvas::zoomBy(double factor) { zoomAt(rect().center(), scale_ * factor); }

void PictureCanvas::showPart(int picture, const QRectF& part) {
  if (picture >= pictures_.size() || part.isEmpty()) return;
  const double shown = pictureScale(picture) / scale_;  // scene px per px of the picture
  const QSizeF size = part.size() * shown;
  scale_ = qMin((width() - 2 * kMargin) / size.width(), (height() - 2 * kMargin) / size.height());
  scale_ = qBound(1e-3, scale_, kLargestZoom);
  const QPointF centre = arrangement_.places[picture].topLeft() + part.center() * shown;
  offset_ = QRectF(rect()).center() - centre * scale_;
  fitted_ = false;
  update();
  Q_EMIT zoomChanged();
}

double PictureCanvas::zoom() const { return scale_ * devicePixelRatioF(); }

void PictureCanvas::zoomAt(const QPointF& anchor, double scale) {
  if (pictures_.isEmpty()) return;
  const double smallest = qMin(arrangement_.scale, 1 / devicePixelRatioF()) / 2;
  scale = qBound(smallest, scale, kLargestZoom);
  offset_ = anchor - (anchor - offset_) * (scale / scale_);
  scale_ = scale;
  fitted_ = false;
  keepInSight();
  update();
  Q_EMIT zoomChanged();
  Q_EMIT viewMoved();
}

/// Centres what is smaller than the widget, and lets nothing larger be dragged out of sight.
void PictureCanvas::keepInSight() {
  const QSizeF shown = arrangement_.size * scale_;
  const auto held = [](double offset, double room, double extent) {
    if (extent <= room) return (room - extent) / 2;
    return qBound(room - extent - kMargin, offset, kMargin);
  };
  offset_ = QPointF(held(offset_.x(), width(), shown.width()),
                    held(offset_.y(), height(), shown.height()));
}

void PictureCanvas::followView(const PictureCanvas& other) {
  if (other.fitted_) {
    if (!fitted_) fit();
    return;
  }
  scale_ = other.scale_;
  offset_ = other.offset_;
  fitted_ = false;
  keepInSight();
  update();
}

QPointF PictureCanvas::toWidget(int picture, const QPointF& point) const {
  return toView(arrangement_.places[picture]).topLeft() + point * pictureScale(picture);
}

QRectF PictureCanvas::toView(const QRectF& scene) const {
  return QRectF(offset_ + scene.topLeft() * scale_, scene.size() * scale_);
}

double PictureCanvas::pictureScale(int picture) const {
  const int height = pictures_[picture].size().height();
  return height > 0 ? arrangement_.places[picture].height() * scale_ / height : scale_;
}

void PictureCanvas::resizeEvent(QResizeEvent*) {
  if (fitted_) {
    fit();
  } else {
    keepInSight();
  }
}

void PictureCanvas::wheelEvent(QWheelEvent* event) {
  const double steps = event->angleDelta().y() / 120.0;
  if (!qFuzzyIsNull(steps)) zoomAt(event->position(), scale_ * std::pow(kZoomStep, steps));
  event->accept();
}

void PictureCanvas::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) return;
  dragging_ = true;
  pressedAt_ = event->position();
  dragFrom_ = event->position() - offset_;
  setCursor(Qt::ClosedHandCursor);
}

void PictureCanvas::mouseMoveEvent(QMouseEvent* event) {
  constexpr double kSlack = 4;  // a click may tremble
  if (!dragging_ || pictures_.isEmpty()) return;
  if ((event->position() - pressedAt_).manhattanLength() < kSlack) return;
  offset_ = event->position() - dragFrom_;
  fitted_ = false;
  pressedAt_ = QPointF(-1e6, -1e6);  // from now on it is a drag
  keepInSight();
  update();
  Q_EMIT viewMoved();
}

void PictureCanvas::mouseReleaseEvent(QMouseEvent* event) {
  const bool clicked = dragging_ && event->button() == Qt::LeftButton && pressedAt_.x() >= 0;
  dragging_ = false;
  unsetCursor();
  if (!clicked) return;
  const auto [picture, patch] = patchUnder(event->position());
  Q_EMIT patchClicked(picture, patch);
}

QPair<int, int> PictureCanvas::patchUnder(const QPointF& at) const {
  for (int i = 0; i < maps_.size() && i < pictures_.size(); ++i) {
    const QRectF place = toView(arrangement_.places[i]);
    if (!place.contains(at)) continue;
    const int patch = patchAt(maps_[i], (at - place.topLeft()) / pictureScale(i));
    if (patch >= 0) return {i, patch};
  }
  return {-1, -1};
}

void PictureCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
  if (fitted_) {
    zoomAt(event->position(), 1 / devicePixelRatioF());
  } else {
    fit();
    Q_EMIT viewMoved();
  }
}

void PictureCanvas::keyPressEvent(QKeyEvent* event) {
  constexpr double kPan = 64;
  if (!fitted_ && (event->modifiers() & Qt::ShiftModifier)) {
    const QPointF move(kPan * ((event->key() == Qt::Key_Left) - (event->key() == Qt::Key_Right)),
                       kPan * ((event->key() == Qt::Key_Up) - (event->key() == Qt::Key_Down)));
    if (!move.isNull()) {
      offset_ += move;
      keepInSight();
      update();
      Q_EMIT viewMoved();
      return;
    }
  }
  if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
    Q_EMIT stepped(event->key() == Qt::Key_Left ? -1 : +1);
    return;
  }
  QWidget::keyPressEvent(event);
}

bool PictureCanvas::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), heatToolTip(help->pos()), this);
    return true;
  }
  return QWidget::event(event);
}

QString PictureCanvas::heatToolTip(const QPoint& at) const {
  for (int i = 0; i < maps_.size() && i < pictures_.size(); ++i) {
    const QRectF place = toView(arrangement_.places[i]);
    if (!place.contains(at)) continue;
    const double value = heatAt(maps_[i], (at - place.topLeft()) / pictureScale(i));
    if (std::isnan(value)) continue;
    return look_.isDifference() ? tr("%1%2 × uniform more here in the second")
                                      .arg(value < 0 ? QString() : QStringLiteral("+"))
                                      .arg(value, 0, 'f', 2)
                                : tr("%1 × uniform at this patch").arg(value, 0, 'f', 2);
  }
  return {};
}

}  // namespace mia::ui

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

constexpr double kZoomStep = 1.25;

}  // namespace

PictureCanvas::PictureCanvas(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setMinimumSize(160, 120);
  setAttribute(Qt::WA_OpaquePaintEvent);  // nothing beneath it needs to be painted
  setAccessibleName(tr("Picture"));
  connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PictureCanvas::setPictures(QVector<CanvasPicture> pictures) {
  pictures_ = std::move(pictures);
  maps_.clear();
  layers_.reset();
  kept_.assign(static_cast<std::size_t>(pictures_.size()), {});
  painted_.reset();
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
  layers_.reset();
  QRectF around;  // one rectangle: a painter is slow within several
  for (int i = 0; i < pictures_.size(); ++i) around |= placeOf(i);
  update(around.toAlignedRect());
}

void PictureCanvas::setPainted(std::shared_ptr<const PaintedScene> painted) {
  painted_ = std::move(painted);
  update();
}

SceneFrame PictureCanvas::frame() const {
  return {size(), devicePixelRatioF(), textPixels_, tokens().canvas};
}

bool PictureCanvas::isPaintedBeforehand() const {
  return painted_ && fitted_ && painted_->frame == frame() && painted_->maps == maps_ &&
         (maps_.isEmpty() || painted_->look == look_);
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

/// From here on the person, or another canvas, says what is in view.
void PictureCanvas::freeView() {
  fitted_ = false;
  part_.first = -1;
}

void PictureCanvas::fit() {
  fitted_ = true;
  part_.first = -1;
  layout_ = layOutScene(pictures_, frame());
  if (!pictures_.isEmpty()) view_ = fittedView(layout_, frame());
  update();
  Q_EMIT zoomChanged();
}

void PictureCanvas::oneToOne() { zoomAt(rect().center(), 1 / devicePixelRatioF()); }

void PictureCanvas::zoomBy(double factor) { zoomAt(rect().center(), view_.scale * factor); }

void PictureCanvas::showPart(int picture, const QRectF& part) {
  if (picture >= pictures_.size() || part.isEmpty()) return;
  const double shown = pictureScale(picture) / view_.scale;  // scene px per px of the picture
  const QSizeF size = part.size() * shown;
  view_.scale = qMin((width() - 2 * kSceneMargin) / size.width(),
                     (height() - 2 * kSceneMargin) / size.height());
  view_.scale = qBound(1e-3, view_.scale, kLargestSceneZoom);
  const QPointF centre = layout_.places[picture].topLeft() + part.center() * shown;
  view_.offset = QRectF(rect()).center() - centre * view_.scale;
  fitted_ = false;
  part_ = {picture, part};
  update();
  Q_EMIT zoomChanged();
}

double PictureCanvas::zoom() const { return view_.scale * devicePixelRatioF(); }

void PictureCanvas::zoomAt(const QPointF& anchor, double scale) {
  if (pictures_.isEmpty()) return;
  const double smallest = qMin(layout_.scale, 1 / devicePixelRatioF()) / 2;
  scale = qBound(smallest, scale, kLargestSceneZoom);
  view_.offset = anchor - (anchor - view_.offset) * (scale / view_.scale);
  view_.scale = scale;
  freeView();
  keepInSight();
  update();
  Q_EMIT zoomChanged();
  Q_EMIT viewMoved();
}

/// Centres what is smaller than the widget, and lets nothing larger be dragged out of sight.
void PictureCanvas::keepInSight() {
  const QSizeF shown = layout_.size * view_.scale;
  const auto held = [](double offset, double room, double extent) {
    if (extent <= room) return (room - extent) / 2;
    return qBound(room - extent - kSceneMargin, offset, kSceneMargin);
  };
  view_.offset = QPointF(held(view_.offset.x(), width(), shown.width()),
                         held(view_.offset.y(), height(), shown.height()));
}

void PictureCanvas::followView(const PictureCanvas& other) {
  if (other.fitted_) {
    if (!fitted_) fit();
    return;
  }
  view_.scale = other.view_.scale;
  view_.offset = other.view_.offset;
  freeView();
  keepInSight();
  update();
}

QPointF PictureCanvas::toWidget(int picture, const QPointF& point) const {
  return placeOf(picture).topLeft() + point * pictureScale(picture);
}

double PictureCanvas::pictureScale(int picture) const {
  const int height = pictures_[picture].size().height();
  return height > 0 ? layout_.places[picture].height() * view_.scale / height : view_.scale;
}

void PictureCanvas::resizeEvent(QResizeEvent*) {
  if (fitted_) {
    fit();
  } else if (part_.first >= 0) {
    showPart(part_.first, part_.second);
  } else {
    keepInSight();
  }
}

void PictureCanvas::wheelEvent(QWheelEvent* event) {
  const double steps = event->angleDelta().y() / 120.0;
  if (!qFuzzyIsNull(steps)) zoomAt(event->position(), view_.scale * std::pow(kZoomStep, steps));
  event->accept();
}

void PictureCanvas::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) return;
  dragging_ = true;
  pressedAt_ = event->position();
  dragFrom_ = event->position() - view_.offset;
  setCursor(Qt::ClosedHandCursor);
}

void PictureCanvas::mouseMoveEvent(QMouseEvent* event) {
  constexpr double kSlack = 4;  // a click may tremble
  if (!dragging_ || pictures_.isEmpty()) return;
  if ((event->position() - pressedAt_).manhattanLength() < kSlack) return;
  view_.offset = event->position() - dragFrom_;
  freeView();
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
    const QRectF place = placeOf(i);
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
      view_.offset += move;
      freeView();
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
    const QRectF place = placeOf(i);
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

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "ui/plots/plot_board.h"

// What mouse and keys do on the board.

namespace mia::ui {

namespace {

constexpr double kWheelStep = 0.8;  ///< of what is seen, a notch
constexpr int kDragDistance = 4;    ///< px

}  // namespace

int PlotBoard::panelAt(const QPointF& position, bool withTitle) const {
  for (int i = 0; i < views_.size(); ++i) {
    if (!isShown(i)) continue;
    QRectF rect = views_[i].rect->rect();
    if (withTitle) rect.setBottom(rect.top());
    if (withTitle) rect.setTop(views_[i].rect->outerRect().top());
    if (rect.contains(position)) return i;
  }
  return -1;
}

double PlotBoard::placeAt(int panel, double pixel) const {
  return views_[panel].x->pixelToCoord(pixel);
}

void PlotBoard::mousePressEvent(QMouseEvent* event) {
  setFocus();
  dragged_ = event->button() == Qt::LeftButton ? panelAt(event->position()) : -1;
  pressed_ = event->position();
  moved_ = false;
  if (dragged_ < 0) return;
  pressedPlaces_ = places_;
  pressedValues_ = views_[dragged_].y->range();
}

void PlotBoard::mouseMoveEvent(QMouseEvent* event) {
  const QPointF now = event->position();
  if (dragged_ < 0) {
    const int panel = panelAt(now);
    setCrosshair(panel < 0 ? std::nullopt : std::optional<double>(placeAt(panel, now.x())));
    return;
  }
  moved_ = moved_ || (now - pressed_).manhattanLength() > kDragDistance;
  if (!moved_) return;
  const View& view = views_[dragged_];
  if (event->modifiers() & Qt::ShiftModifier) {
    box_ = QRectF(pressed_, now).normalized().intersected(view.rect->rect());
    update();
    return;
  }
  const QRect rect = view.rect->rect();
  const double across = (pressed_.x() - now.x()) / rect.width();
  if (logPlaces_) {
    const double factor = std::pow(pressedPlaces_.upper / pressedPlaces_.lower, across);
    setPlaces({pressedPlaces_.lower * factor, pressedPlaces_.upper * factor});
  } else if (!fitted_) {
    const double moved = across * pressedPlaces_.size();
    setPlaces({pressedPlaces_.lower + moved, pressedPlaces_.upper + moved});
  }
  if (view.zoomed && view.y->scaleType() == QCPAxis::stLinear) {
    const double up = (now.y() - pressed_.y()) / rect.height() * pressedValues_.size();
    view.y->setRange(pressedValues_.lower + up, pressedValues_.upper + up);
    replot(rpQueuedReplot);
  }
}

void PlotBoard::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  const int panel = std::exchange(dragged_, -1);
  const QRectF box = std::exchange(box_, QRectF());
  if (moved_) {
    if (panel >= 0 && box.width() > kDragDistance) zoomInto(panel, box);
    update();
    return;
  }
  for (const Name& name : names()) {
    if (!name.place.contains(event->position())) continue;
    chooseName(name);
    return;
  }
  const int title = panelAt(event->position(), true);
  if (title >= 0) {
    setMaximized(maximized_ < 0 ? title : -1);
  } else if (panel >= 0) {
    setCrosshair(placeAt(panel, event->position().x()));
    if (crosshair_) Q_EMIT placeChosen(*crosshair_);
  }
}

void PlotBoard::chooseName(const Name& name) {
  QSet<QString> keys = hidden_;
  const QString key = panels_[name.panel].curves[name.curve].key;
  if (!keys.remove(key)) keys.insert(key);
  setHidden(keys);
}

void PlotBoard::zoomInto(int panel, const QRectF& box) {
  const View& view = views_[panel];
  const double top = view.y->pixelToCoord(box.top()), bottom = view.y->pixelToCoord(box.bottom());
  views_[panel].zoomed = box.height() > kDragDistance;
  setPlaces({placeAt(panel, box.left()), placeAt(panel, box.right())});
  if (view.zoomed) view.y->setRange(bottom, top);
  replot(rpQueuedReplot);
}

void PlotBoard::mouseDoubleClickEvent(QMouseEvent* event) {
  if (panelAt(event->position()) >= 0) fit();
}

void PlotBoard::wheelEvent(QWheelEvent* event) {
  const int panel = panelAt(event->position());
  if (panel < 0) {
    event->ignore();  // the place to scroll
    return;
  }
  const double factor = std::pow(kWheelStep, event->angleDelta().y() / 120.0);
  if (event->modifiers() & Qt::ControlModifier) {
    View& view = views_[panel];
    view.zoomed = true;
    view.y->scaleRange(factor, view.y->pixelToCoord(event->position().y()));
    replot(rpQueuedReplot);
  } else {
    zoomAbout(placeAt(panel, event->position().x()), factor);
  }
  event->accept();
}

void PlotBoard::leaveEvent(QEvent*) { setCrosshair(std::nullopt); }

void PlotBoard::stepCrosshair(int values) {
  const PlotSeries* series = longest();
  if (!series) return;
  const auto last = static_cast<std::ptrdiff_t>(series->size()) - 1;
  const auto at = crosshair_ ? static_cast<std::ptrdiff_t>(series->indexAt(*crosshair_)) + values
                             : (values > 0 ? 0 : last);
  const double place =
      series->places()[static_cast<std::size_t>(qBound<std::ptrdiff_t>(0, at, last))];
  setCrosshair(place);
  if (!places_.contains(place)) {
    const double half = places_.size() / 2;
    setPlaces({place - half, place + half});
  }
}

void PlotBoard::keyPressEvent(QKeyEvent* event) {
  constexpr int kFar = 10;
  const int step = event->modifiers() & Qt::ShiftModifier ? kFar : 1;
  switch (event->key()) {
    case Qt::Key_Left: stepCrosshair(-step); return;
    case Qt::Key_Right: stepCrosshair(step); return;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(kWheelStep); return;
    case Qt::Key_Minus: zoom(1 / kWheelStep); return;
    case Qt::Key_0: fit(); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (crosshair_) Q_EMIT placeChosen(*crosshair_);
      return;
    case Qt::Key_Escape:
      if (maximized_ >= 0 || crosshair_) {
        setMaximized(-1);
        setCrosshair(std::nullopt);
        return;
      }
      break;
    default: break;
  }
  QCustomPlot::keyPressEvent(event);
}

}  // namespace mia::ui

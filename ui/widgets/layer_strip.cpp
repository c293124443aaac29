// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/layer_strip.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "ui/theme/theme.h"

namespace mia::ui {

namespace {

constexpr double kLayerTop = 3;
constexpr double kBars = 36;

}  // namespace

LayerStrip::LayerStrip(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
  setLayers({}, {}, {}, -1, -1);
}

void LayerStrip::setLayers(QVector<int> layers, QVector<double> shares,
                           std::optional<double> threshold, int firstDeciding, int lastDeciding) {
  layers_ = std::move(layers);
  shares_ = std::move(shares);
  threshold_ = threshold;
  firstDeciding_ = firstDeciding;
  lastDeciding_ = lastDeciding;
  setRange(first_, last_);
}

void LayerStrip::setRange(int first, int last) {
  const int top = std::max(0, count() - 1);
  first_ = std::clamp(first, 0, top);
  last_ = std::clamp(last, first_, top);
  if (layers_.isEmpty()) {
    setAccessibleName(tr("Decoder layers"));
  } else if (first_ == last_) {
    setAccessibleName(tr("Decoder layer %1").arg(layers_[first_]));
  } else {
    setAccessibleName(
        tr("Mean of the decoder layers %1 to %2").arg(layers_[first_]).arg(layers_[last_]));
  }
  update();
}

void LayerStrip::choose(int first, int last) {
  if (layers_.isEmpty()) return;
  const int oldFirst = first_, oldLast = last_;
  setRange(first, last);
  if (first_ != oldFirst || last_ != oldLast) Q_EMIT rangeChosen(first_, last_);
}

void LayerStrip::step(int layers, bool extend) {
  const int top = count() - 1;
  if (extend) {
    choose(first_, std::clamp(last_ + layers, first_, top));
    return;
  }
  const int by = std::clamp(layers, -first_, top - last_);
  choose(first_ + by, last_ + by);
}

QRectF LayerStrip::cell(int index) const {
  const double wide = double(width() - 2) / std::max(1, count());
  return QRectF(1 + index * wide, kLayerTop, wide, kBars);
}

int LayerStrip::indexAt(double x) const {
  return std::clamp(static_cast<int>((x - 1) / cell(0).width()), 0, std::max(0, count() - 1));
}

void LayerStrip::paintEvent(QPaintEvent*) {
  if (layers_.isEmpty()) return;
  QPainter painter(this);
  painter.setLayoutDirection(Qt::LeftToRight);  // a scale runs so in every language
  const Tokens& t = tokens();
  const double gap = cell(0).width() > 5 ? 2 : 0;
  const QRectF range = cell(first_).united(cell(last_));
  painter.fillRect(range.adjusted(0, -2, 0, 2), mixed(t.panel, t.accent, 0.16));
  painter.setFont(Theme::font(type::kCaption));
  for (int i = 0; i < count(); ++i) {
    const QRectF box = cell(i);
    const bool on = i >= first_ && i <= last_;
    const double tall = std::max(1.0, shares_.value(i) * kBars);
    painter.fillRect(QRectF(box.left() + gap / 2, box.bottom() - tall, box.width() - gap, tall),
                     on ? t.accent : mixed(t.panel, t.text, 0.35));
  }
  if (firstDeciding_ >= 0) {
    // The layers that decide are underlined.
    const QRectF deciding = cell(firstDeciding_).united(cell(lastDeciding_));
    painter.fillRect(
        QRectF(deciding.left() + gap / 2, deciding.bottom() + 3, deciding.width() - gap, 2),
        t.text);
  }
  if (threshold_) {
    const double y = kLayerTop + kBars * (1 - *threshold_);
    painter.setPen(QPen(t.text, 1, Qt::DashLine));
    painter.drawLine(QPointF(1, y), QPointF(width() - 1, y));
  }
  painter.setPen(t.dim);
  const double textTop = kLayerTop + kBars + 5;
  painter.drawText(QRectF(1, textTop, 60, 14), Qt::AlignLeft, QString::number(layers_.first()));
  painter.drawText(QRectF(width() - 61, textTop, 60, 14), Qt::AlignRight,
                   QString::number(layers_.last()));
  if (hasFocus()) {
    painter.setPen(QPen(t.accent, 2));
    painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
  }
}

void LayerStrip::mousePressEvent(QMouseEvent* event) {
  anchor_ = event->modifiers() & Qt::ShiftModifier ? first_ : indexAt(event->position().x());
  mouseMoveEvent(event);
}

void LayerStrip::mouseMoveEvent(QMouseEvent* event) {
  const int at = indexAt(event->position().x());
  choose(std::min(anchor_, at), std::max(anchor_, at));
}

void LayerStrip::keyPressEvent(QKeyEvent* event) {
  const bool extend = event->modifiers() & Qt::ShiftModifier;
  if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
    step(event->key() == Qt::Key_Left ? -1 : 1, extend);
  } else {
    QWidget::keyPressEvent(event);
  }
}

bool LayerStrip::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip || layers_.isEmpty()) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  QToolTip::showText(help->globalPos(), words(indexAt(help->pos().x())), this);
  return true;
}

QString LayerStrip::words(int index) const {
  QString text = tr("Layer %1: %2 % of the attention on the target")
                     .arg(layers_[index])
                     .arg(100 * shares_.value(index), 0, 'f', 0);
  if (threshold_) text += tr("\nThreshold %1 %").arg(100 * *threshold_, 0, 'f', 0);
  if (index >= firstDeciding_ && index <= lastDeciding_ && firstDeciding_ >= 0) {
    text += tr("\nSelection decides by this layer");
  }
  return text + tr("\nClick or [ ]: this layer. Drag or Shift+[ ]: the mean over a range.");
}

}  // namespace mia::ui

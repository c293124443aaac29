// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/cut_histogram.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/theme/theme.h"

namespace mia::ui {

namespace {

constexpr double kPlotTop = 40;  ///< above the plot: the title, and under it the cut's words
constexpr double kBottom = 18;   ///< below it: the axis' words
constexpr double kSide = 10;

std::int64_t sumOf(const std::vector<std::int64_t>& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

}  // namespace

CutHistogram::CutHistogram(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setMouseTracking(true);
  connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CutHistogram::setFigure(Figure figure) {
  figure_ = std::move(figure);
  name();
  update();
}

void CutHistogram::setCut(double cut, double original) {
  cut_ = cut;
  original_ = original;
  name();
  update();
}

QString CutHistogram::words(double value) const {
  if (!std::isfinite(value)) return QStringLiteral("∞");
  const int decimals = qMax(2, static_cast<int>(std::ceil(-std::log10(figure_.step) - 1e-9)));
  return figure_.unit == Unit::kPercent ? tr("%1\u00a0%").arg(value * 100, 0, 'f', 0)
                                        : QString::number(value, 'f', decimals);
}

double CutHistogram::heightOf(std::int64_t count) const {
  return figure_.roots ? std::sqrt(static_cast<double>(count)) : static_cast<double>(count);
}

double CutHistogram::tallest(const std::vector<std::int64_t>& counts) const {
  return counts.empty() ? 0 : heightOf(*std::max_element(counts.begin(), counts.end()));
}

void CutHistogram::name() {
  setAccessibleName(figure_.taken == Taken::kBelow
                        ? tr("%1: taken below %2").arg(figure_.title, words(cut_))
                        : tr("%1: taken above %2").arg(figure_.title, words(cut_)));
  setAccessibleDescription(tr("%1 right answers, %2 wrong ones; the arrow keys move the cut")
                               .arg(sumOf(figure_.counts.right))
                               .arg(sumOf(figure_.counts.wrong)));
}

QRectF CutHistogram::plot() const {
  return QRectF(kSide, kPlotTop, width() - 2 * kSide, height() - kPlotTop - kBottom);
}

double CutHistogram::xOf(double value) const {
  const QRectF area = plot();
  const double share = (value - low()) / (high() - low());
  return area.left() + std::clamp(share, 0.0, 1.0) * area.width();
}

double CutHistogram::valueAt(double x) const {
  const QRectF area = plot();
  const double share = std::clamp((x - area.left()) / area.width(), 0.0, 1.0);
  const double value = low() + share * (high() - low());
  return std::round(value / figure_.step) * figure_.step;
}

void CutHistogram::moveTo(double value) {
  const double moved = std::clamp(value, low(), high());
  if (moved == cut_) return;
  cut_ = moved;
  name();
  update();
  Q_EMIT cutMoved(cut_);
}

void CutHistogram::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setLayoutDirection(Qt::LeftToRight);  // a scale runs so in every language
  painter.setRenderHint(QPainter::Antialiasing);
  const Tokens& t = tokens();
  painter.setFont(Theme::font(type::kCaption, QFont::DemiBold));
  painter.setPen(t.text);
  painter.drawText(QRectF(kSide, 2, width() - 2 * kSide, 16), Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(figure_.title, Qt::ElideRight,
                                                    static_cast<int>(width() - 2 * kSide)));
  paintBars(painter);
  paintAxis(painter);
  paintCut(painter);
  if (!hasFocus()) return;
  painter.setPen(QPen(t.accent, 2));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), space::kCorner, space::kCorner);
}

/// Both sides on one scale, so that their areas can be held against each other.
void CutHistogram::paintBars(QPainter& painter) const {
  const Tokens& t = tokens();
  const QRectF area = plot();
  const double at = xOf(cut_);
  QRectF taken = area;
  if (figure_.taken == Taken::kBelow) {
    taken.setRight(at);
  } else {
    taken.setLeft(at);
  }
  painter.fillRect(area, t.canvas);
  painter.fillRect(taken, mixed(t.canvas, t.accent, 0.14));
  const double above = tallest(figure_.counts.right), below = tallest(figure_.counts.wrong);
  if (above + below <= 0) return;
  const double unit = area.height() / (above + below);
  const double axis = area.top() + above * unit;
  const double wide = area.width() / bins();
  painter.setPen(Qt::NoPen);
  for (int i = 0; i < bins(); ++i) {
    const double x = area.left() + i * wide;
    const auto bin = static_cast<std::size_t>(i);
    const double up = heightOf(figure_.counts.right[bin]) * unit;
    const double down = heightOf(figure_.counts.wrong[bin]) * unit;
    painter.fillRect(QRectF(x + 0.5, axis - up, wide - 1, up), t.chosen);
    const QRectF wrong(x + 0.5, axis, wide - 1, down);
    painter.fillRect(wrong, mixed(t.canvas, t.rejected, 0.55));
    painter.fillRect(wrong, QBrush(t.rejected, Qt::FDiagPattern));
  }
  painter.setPen(QPen(t.dim, 1));
  painter.drawLine(QPointF(area.left(), axis), QPointF(area.right(), axis));
}

void CutHistogram::paintAxis(QPainter& painter) const {
  const QRectF area = plot();
  painter.setFont(Theme::font(type::kCaption));
  painter.setPen(tokens().dim);
  constexpr int kTicks = 4;
  for (int i = 0; i <= kTicks; ++i) {
    const double value = low() + (high() - low()) * i / kTicks;
    const double x = xOf(value);
    const QRectF place(x - 30, area.bottom() + 2, 60, kBottom - 4);
    const int align = i == 0 ? Qt::AlignLeft : i == kTicks ? Qt::AlignRight : Qt::AlignHCenter;
    painter.drawText(place.translated(i == 0        ? 30
                                      : i == kTicks ? -30
                                                    : 0,
                                      0),
                     align | Qt::AlignVCenter, words(value));
  }
}

void CutHistogram::paintCut(QPainter& painter) const {
  const Tokens& t = tokens();
  const QRectF area = plot();
  const double x = xOf(cut_);
  if (cut_ != original_) {
    const double was = xOf(original_);
    painter.setPen(QPen(t.dim, 1, Qt::DashLine));
    painter.drawLine(QPointF(was, area.top()), QPointF(was, area.bottom()));
  }
  painter.setPen(QPen(t.accent, 2));
  painter.drawLine(QPointF(x, area.top() - 4), QPointF(x, area.bottom()));
  painter.setBrush(t.accent);
  painter.setPen(Qt::NoPen);
  painter.drawEllipse(QPointF(x, area.top() - 4), 4, 4);
  const QString side = figure_.taken == Taken::kBelow ? tr("taken below %1") : tr("taken above %1");
  QString label = side.arg(words(cut_));
  if (cut_ != original_) label += tr(" (was %1)").arg(words(original_));
  painter.setFont(Theme::font(type::kCaption));
  painter.setPen(t.accent);
  const double wide = painter.fontMetrics().horizontalAdvance(label) + 2;
  const double left = std::clamp(x - wide / 2, kSide, qMax(kSide, width() - kSide - wide));
  painter.drawText(QRectF(left, 17, wide, 15), Qt::AlignCenter, label);
}

void CutHistogram::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) moveTo(valueAt(event->position().x()));
}

void CutHistogram::mouseMoveEvent(QMouseEvent* event) {
  constexpr double kReach = 6;
  const bool near = std::abs(event->position().x() - xOf(cut_)) < kReach;
  setCursor(near || event->buttons() & Qt::LeftButton ? Qt::SplitHCursor : Qt::ArrowCursor);
  if (event->buttons() & Qt::LeftButton) moveTo(valueAt(event->position().x()));
}

void CutHistogram::mouseDoubleClickEvent(QMouseEvent*) { moveTo(original_); }

void CutHistogram::keyPressEvent(QKeyEvent* event) {
  constexpr int kFar = 10;
  const double step = figure_.step * (event->modifiers() & Qt::ShiftModifier ? kFar : 1);
  switch (event->key()) {
    case Qt::Key_Left: moveTo(cut_ - step); break;
    case Qt::Key_Right: moveTo(cut_ + step); break;
    case Qt::Key_Home: moveTo(original_); break;
    default: QWidget::keyPressEvent(event);
  }
}

QString CutHistogram::binWords(double x) const {
  const QRectF area = plot();
  const int bin = static_cast<int>((x - area.left()) / area.width() * bins());
  if (bin < 0 || bin >= bins()) return {};
  const auto at = static_cast<std::size_t>(bin);
  const QString all = figure_.roots ? tr("%1 to %2: %3 right, %4 wrong; heights by the square root")
                                    : tr("%1 to %2: %3 right, %4 wrong");
  return all
      .arg(words(low() + bin * figure_.counts.width),
           words(low() + (bin + 1) * figure_.counts.width))
      .arg(figure_.counts.right[at])
      .arg(figure_.counts.wrong[at]);
}

bool CutHistogram::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), binWords(help->pos().x()), this);
    return true;
  }
  return QWidget::event(event);
}

}  // namespace mia::ui

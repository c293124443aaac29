// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curve_plottable.h"

#include <cmath>

namespace mia::ui {

namespace {

constexpr double kLineWidth = 1.6;
constexpr double kSmoothColumn = 2;  ///< px of width that a smoothed line takes in at once
constexpr double kDot = 2.2;         ///< radius, px
constexpr double kFar = 1e5;         ///< px beyond which a painter need not go

/// Places to pixels along one axis, without what QCPAxis looks up for every point.
class AxisScale {
 public:
  explicit AxisScale(const QCPAxis& axis) : log_(axis.scaleType() == QCPAxis::stLogarithmic) {
    const QCPRange range = axis.range();
    const double from = axis.coordToPixel(range.lower), to = axis.coordToPixel(range.upper);
    low_ = place(range.lower);
    factor_ = (to - from) / (place(range.upper) - low_);
    offset_ = from;
  }
  double operator()(double value) const {
    const double pixel = offset_ + (place(value) - low_) * factor_;
    return std::isnan(pixel) ? kFar : qBound(-kFar, pixel, kFar);
  }
  double inverse(double pixel) const {
    const double value = low_ + (pixel - offset_) / factor_;
    return log_ ? std::exp(value) : value;
  }

 private:
  double place(double value) const { return log_ ? std::log(value) : value; }

  bool log_;
  double low_ = 0, factor_ = 1, offset_ = 0;
};

/// As lines on their own: a raster painter strokes these many times faster than one long outline.
void flush(QCPPainter* painter, QPolygonF& line) {
  if (line.size() > 1 && painter->modes().testFlag(QCPPainter::pmVectorized)) {
    painter->drawPolyline(line.constData(), static_cast<int>(line.size()));
  } else if (line.size() > 1) {
    QVector<QLineF> lines;
    lines.reserve(line.size() - 1);
    for (qsizetype i = 1; i < line.size(); ++i) lines.append(QLineF(line[i - 1], line[i]));
    painter->drawLines(lines);
  } else if (line.size() == 1) {
    painter->drawPoint(line.first());
  }
  line.clear();
}

}  // namespace

CurvePlottable::CurvePlottable(QCPAxis* keyAxis, QCPAxis* valueAxis,
                               std::shared_ptr<const PlotSeries> series)
    : QCPAbstractPlottable(keyAxis, valueAxis), series_(std::move(series)) {}

void CurvePlottable::setColours(const QColor& line, const QColor& faint) {
  line_ = line;
  faint_ = faint;
}

QCPRange CurvePlottable::getKeyRange(bool& found, QCP::SignDomain) const {
  found = series_->size() > 0;
  if (!found) return {};
  return {series_->places().front(), series_->places()[series_->size() - 1]};
}

QCPRange CurvePlottable::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const {
  const ValueRange range = series_->rawRange(0, series_->size());
  found = !range.isEmpty();
  return found ? QCPRange(range.low, range.high) : QCPRange();
}

CurvePlottable::Window CurvePlottable::window() const {
  const QCPRange keys = mKeyAxis->range();
  Window window;
  const std::size_t from = series_->indexAt(keys.lower), to = series_->indexAt(keys.upper);
  window.from = from > 0 ? from - 1 : 0;  // lines go on beyond what is seen
  window.to = std::min(series_->size(), to + 2);
  window.left = mKeyAxis->coordToPixel(keys.lower);
  window.right = mKeyAxis->coordToPixel(keys.upper);
  return window;
}

const std::vector<double>& CurvePlottable::valuesOf(Course course) const {
  return course == Course::kRaw ? series_->raw() : series_->shown();
}

ValueRange CurvePlottable::rangeOf(Course course, std::size_t from, std::size_t to) const {
  return course == Course::kRaw ? series_->rawRange(from, to) : series_->shownRange(from, to);
}

void CurvePlottable::draw(QCPPainter* painter) {
  const Window seen = window();
  if (seen.from >= seen.to) return;
  painter->setBrush(Qt::NoBrush);
  const bool smooth = series_->isSmoothed();
  if (smooth) {
    painter->setAntialiasing(false);
    painter->setPen(QPen(faint_, 1));
    drawCourse(painter, seen, Course::kRaw, 1);
  }
  QPen pen(line_, seen.isDense() && !smooth ? 1 : kLineWidth, style_, Qt::SquareCap);
  painter->setAntialiasing(smooth || !seen.isDense());
  painter->setPen(pen);
  drawCourse(painter, seen, Course::kShown, smooth ? kSmoothColumn : 1);
  painter->setAntialiasing(true);
  if (dots_) drawDots(painter, seen);
}

void CurvePlottable::drawCourse(QCPPainter* painter, const Window& seen, Course course,
                                double column) const {
  if (double(seen.to - seen.from) > 2 * (seen.right - seen.left) / column) {
    drawEnvelope(painter, seen, course, column);
  } else {
    drawLine(painter, seen, course);
  }
}

void CurvePlottable::drawLine(QCPPainter* painter, const Window& seen, Course course) const {
  const AxisScale x(*mKeyAxis), y(*mValueAxis);
  const std::vector<double>& values = valuesOf(course);
  QPolygonF line;
  for (std::size_t i = seen.from; i < seen.to; ++i) {
    if (std::isnan(values[i])) {
      flush(painter, line);
    } else {
      line.append({x(series_->places()[i]), y(values[i])});
    }
  }
  flush(painter, line);
}

/// A vertical stroke per column of pixels where the values of one differ, joined by a line.
void CurvePlottable::drawEnvelope(QCPPainter* painter, const Window& seen, Course course,
                                  double width) const {
  const AxisScale x(*mKeyAxis), y(*mValueAxis);
  const std::vector<double>& values = valuesOf(course);
  QPolygonF line;
  std::size_t from = seen.from;
  for (double pixel = seen.left; pixel <= seen.right + width && from < seen.to; pixel += width) {
    const std::size_t to = qBound(from, series_->indexAt(x.inverse(pixel + width / 2)), seen.to);
    if (to == from) continue;
    const ValueRange range = rangeOf(course, from, to);
    if (range.isEmpty()) {
      flush(painter, line);
    } else {
      const double low = y(range.low), high = y(range.high);
      const bool rises = !std::isnan(values[to - 1]) && y(values[to - 1]) < (low + high) / 2;
      if (low - high < width) {
        line.append({pixel, (low + high) / 2});
      } else {
        line.append({pixel, rises ? low : high});
        line.append({pixel, rises ? high : low});
      }
    }
    from = to;
  }
  flush(painter, line);
}

void CurvePlottable::drawDots(QCPPainter* painter, const Window& seen) const {
  const AxisScale x(*mKeyAxis), y(*mValueAxis);
  if (seen.isDense()) return;
  painter->setPen(Qt::NoPen);
  painter->setBrush(line_);
  const std::vector<double>& values = series_->shown();
  for (std::size_t i = seen.from; i < seen.to; ++i) {
    if (std::isnan(values[i])) continue;
    painter->drawEllipse(QPointF(x(series_->places()[i]), y(values[i])), kDot, kDot);
  }
}

}  // namespace mia::ui

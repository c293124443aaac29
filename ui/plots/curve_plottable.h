// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "ui/plots/custom_plot.h"
#include "ui/plots/plot_series.h"

namespace mia::ui {

/// Draws a PlotSeries: smoothed over its faint raw values. Where there are more values than
/// columns of pixels, each column shows the least and the greatest of its own, so that no spike is
/// lost and a million points take no longer than a thousand.
class CurvePlottable : public QCPAbstractPlottable {
  Q_OBJECT

 public:
  CurvePlottable(QCPAxis* keyAxis, QCPAxis* valueAxis, std::shared_ptr<const PlotSeries> series);

  void setColours(const QColor& line, const QColor& faint);
  void setStyle(Qt::PenStyle style) { style_ = style; }
  /// Draws a dot at every value, for a handful of them.
  void setDots(bool dots) { dots_ = dots; }

  double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
  QCPRange getKeyRange(bool& found, QCP::SignDomain domain) const override;
  QCPRange getValueRange(bool& found, QCP::SignDomain domain, const QCPRange& keys) const override;

 protected:
  void draw(QCPPainter* painter) override;
  void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

 private:
  struct Window {
    std::size_t from = 0, to = 0;  ///< the values that may be seen
    double left = 0, right = 0;    ///< px
    bool isDense() const { return double(to - from) > 2 * (right - left); }
  };
  enum class Course { kRaw, kShown };

  Window window() const;
  const std::vector<double>& valuesOf(Course course) const;
  ValueRange rangeOf(Course course, std::size_t from, std::size_t to) const;
  void drawLine(QCPPainter* painter, const Window& window, Course course) const;
  void drawEnvelope(QCPPainter* painter, const Window& window, Course course, double column) const;
  void drawCourse(QCPPainter* painter, const Window& window, Course course, double column) const;
  void drawDots(QCPPainter* painter, const Window& window) const;

  std::shared_ptr<const PlotSeries> series_;
  QColor line_;
  QColor faint_;
  Qt::PenStyle style_ = Qt::SolidLine;
  bool dots_ = false;
};

}  // namespace mia::ui

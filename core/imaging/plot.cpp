// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imaging/plot.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

#include "imaging/draw.h"
#include "imaging/palette.h"
#include "imaging/text.h"

namespace mia::imaging {
namespace {

constexpr int kLeft = 62, kRight = 96, kTop = 44, kBottom = 46;
const TextStyle kTitle{11, kInk, Weight::kBold};
const TextStyle kTickText{8, kDimInk, Weight::kRegular};

struct Range {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();

  void include(double value) {
    if (!std::isfinite(value)) return;
    low = std::min(low, value);
    high = std::max(high, value);
  }
  // Never empty, with some air at both ends.
  Range padded(double share) const {
    if (!(low <= high)) return {0, 1};
    const double air = high > low ? (high - low) * share : std::max(std::abs(high) * 0.1, 0.5);
    return {low - air, high + air};
  }
};

/// One panel on its place of the sheet.
class Panel {
 public:
  Panel(Picture& sheet, const Plot& plot, const layout::PixelRect& box)
      : sheet_(sheet), plot_(plot), box_(box) {
    Range x, y;
    for (const Series& series : plot.series) {
      for (const double value : series.x) x.include(value);
      for (const double value : series.y) y.include(value);
    }
    x_ = x.padded(0);
    y_ = y.padded(0.06);
  }

  void draw() {
    drawGrid();
    for (std::size_t i = 0; i < plot_.series.size(); ++i) {
      const Colour colour = seriesColour(static_cast<int>(i));
      const Series& series = plot_.series[i];
      if (plot_.smoothing > 0) {
        drawCurve(series.x, series.y, mixed(colour, kPanel, 0.68), 1);
        drawCurve(series.x, smoothed(series.y), colour, 2);
      } else {
        drawCurve(series.x, series.y, colour, 2);
      }
    }
    drawNames();
  }

 private:
  double right() const { return box_.left + box_.width - kRight; }
  double bottom() const { return box_.top + box_.height - kBottom; }
  Point place(double x, double y) const {
    const double width = right() - (box_.left + kLeft);
    const double height = bottom() - (box_.top + kTop);
    return {box_.left + kLeft + (x - x_.low) / (x_.high - x_.low) * width,
            bottom() - (y - y_.low) / (y_.high - y_.low) * height};
  }

  void drawGrid() {
    drawText(sheet_, plot_.title, box_.left + kLeft, box_.top + 26, kTitle);
    for (const double tick : niceTicks(y_.low, y_.high, 6)) {
      const int y = static_cast<int>(place(x_.low, tick).y);
      fillRect(sheet_, {box_.left + kLeft, y, static_cast<int>(right()) - box_.left - kLeft, 1},
               tick == 0 ? mixed(kRule, kDimInk, 0.5) : kRule);
      const std::string text = shortNumber(tick);
      drawText(sheet_, text, box_.left + kLeft - 8 - textWidth(text, kTickText), y + 4, kTickText);
    }
    for (const double tick : niceTicks(x_.low, x_.high, 6)) {
      const std::string text = shortNumber(tick);
      const double x = place(tick, y_.low).x;
      drawText(sheet_, text, x - textWidth(text, kTickText) / 2, bottom() + 17, kTickText);
    }
    drawText(sheet_, plot_.xLabel, right() - textWidth(plot_.xLabel, kTickText), bottom() + 35,
             kTickText);
    drawText(sheet_, plot_.yLabel, right() + kRight - 16 - textWidth(plot_.yLabel, kTickText),
             box_.top + 26, kTickText);
  }

  std::vector<double> smoothed(const std::vector<double>& values) const {
    std::vector<double> means;
    double sum = 0, weight = 0;
    for (const double value : values) {
      if (std::isfinite(value)) {
        sum = plot_.smoothing * sum + (1 - plot_.smoothing) * value;
        weight = plot_.smoothing * weight + (1 - plot_.smoothing);
      }
      means.push_back(std::isfinite(value) ? sum / weight : value);
    }
    return means;
  }

  void drawCurve(const std::vector<double>& x, const std::vector<double>& y, Colour colour,
                 int width) {
    std::vector<Point> run;
    for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
      if (std::isfinite(y[i])) {
        run.push_back(place(x[i], y[i]));
      } else {
        drawLines(sheet_, run, colour, width);
        run.clear();
      }
    }
    drawLines(sheet_, run, colour, width);
  }

  // At the curves' ends, pushed apart where they would overlap.
  void drawNames() {
    struct Name {
      double y;
      std::size_t series;
    };
    std::vector<Name> names;
    for (std::size_t i = 0; i < plot_.series.size(); ++i) {
      const auto values = plot_.smoothing > 0 ? smoothed(plot_.series[i].y) : plot_.series[i].y;
      const auto last = std::find_if(values.rbegin(), values.rend(),
                                     [](double value) { return std::isfinite(value); });
      if (last != values.rend()) names.push_back({place(x_.low, *last).y, i});
    }
    std::sort(names.begin(), names.end(), [](const Name& a, const Name& b) { return a.y < b.y; });
    for (std::size_t i = 1; i < names.size(); ++i) {
      names[i].y = std::max(names[i].y, names[i - 1].y + 14);
    }
    for (const Name& name : names) {
      const TextStyle style{9, seriesColour(static_cast<int>(name.series)), Weight::kBold};
      drawText(sheet_, plot_.series[name.series].name, right() + 8, name.y + 4, style);
    }
  }

  Picture& sheet_;
  const Plot& plot_;
  layout::PixelRect box_;
  Range x_, y_;
};

}  // namespace

std::vector<double> niceTicks(double low, double high, int count) {
  std::vector<double> ticks;
  if (!(high > low) || count < 1) return ticks;
  const double rough = (high - low) / count;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  double step = 10 * power;
  for (const double nice : {1.0, 2.0, 5.0}) {
    if (nice * power >= rough) {
      step = nice * power;
      break;
    }
  }
  const double first = std::ceil(low / step - 1e-9);
  for (double i = first; i * step <= high + step * 1e-9; ++i) ticks.push_back(i * step + 0.0);
  return ticks;
}

std::string shortNumber(double value) {
  char text[32];
  const double size = std::abs(value);
  if (size >= 1e6) {
    std::snprintf(text, sizeof text, "%.3g M", value / 1e6);
  } else if (size >= 1e4) {
    std::snprintf(text, sizeof text, "%.3g k", value / 1e3);
  } else if (size != 0 && size < 1e-3) {
    std::snprintf(text, sizeof text, "%.1e", value);
  } else {
    std::snprintf(text, sizeof text, "%.4g", value);
  }
  return text;
}

Picture drawPlots(const std::vector<Plot>& plots, int panelWidth, int panelHeight) {
  Picture sheet(panelWidth * std::max<int>(1, static_cast<int>(plots.size())), panelHeight, kPanel);
  for (std::size_t i = 0; i < plots.size(); ++i) {
    Panel(sheet, plots[i], {static_cast<int>(i) * panelWidth, 0, panelWidth, panelHeight}).draw();
  }
  return sheet;
}

}  // namespace mia::imaging

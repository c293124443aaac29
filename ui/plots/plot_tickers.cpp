// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_tickers.h"

#include <cmath>

namespace mia::ui {

namespace {

class LinearTicker : public QCPAxisTicker {
 public:
  explicit LinearTicker(PlotUnit unit) : unit_(unit) {}

 protected:
  double getTickStep(const QCPRange& range) override {
    const double wanted = range.size() / qMax(1, mTickCount);
    if (unit_ == PlotUnit::kSeconds) return stepFrom(kTimes, wanted, 86400);
    if (unit_ == PlotUnit::kBytes) return std::exp2(std::ceil(std::log2(qMax(wanted, 1.0))));
    const double step = QCPAxisTicker::getTickStep(range);
    const bool whole = unit_ == PlotUnit::kSteps || unit_ == PlotUnit::kPairs;
    return whole ? qMax(1.0, std::round(step)) : step;
  }
  int getSubTickCount(double) override { return 0; }
  QString getTickLabel(double tick, const QLocale&, QChar, int) override {
    return unitWords(unit_, tick);
  }

 private:
  static constexpr double kTimes[] = {1,   2,   5,    10,   15,   30,    60,    120,   300,
                                      600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400};

  template <std::size_t N>
  static double stepFrom(const double (&steps)[N], double wanted, double unit) {
    for (const double step : steps) {
      if (step >= wanted) return step;
    }
    return std::ceil(wanted / unit) * unit;
  }

  PlotUnit unit_;
};

class LogTicker : public QCPAxisTickerLog {
 public:
  explicit LogTicker(PlotUnit unit) : unit_(unit) {}

 protected:
  /// Powers of ten, and where there are few of them the numbers 2 and 5 between.
  QVector<double> createTickVector(double, const QCPRange& range) override {
    QVector<double> ticks;
    const int first = static_cast<int>(std::floor(std::log10(range.lower)));
    const int last = static_cast<int>(std::ceil(std::log10(range.upper)));
    const int every = qMax(1, (last - first) / qMax(1, mTickCount));
    for (int power = first; power <= last; power += every) {
      ticks.append(std::pow(10.0, power));
      if (last - first > 2) continue;
      for (const double between : {2.0, 5.0}) ticks.append(between * std::pow(10.0, power));
    }
    return ticks;
  }
  int getSubTickCount(double) override { return 0; }
  QString getTickLabel(double tick, const QLocale&, QChar, int) override {
    return unitWords(unit_, tick);
  }

 private:
  PlotUnit unit_;
};

}  // namespace

QSharedPointer<QCPAxisTicker> makeTicker(PlotUnit unit, bool logarithmic, int ticks) {
  QSharedPointer<QCPAxisTicker> ticker;
  if (logarithmic) {
    ticker.reset(new LogTicker(unit));
  } else {
    ticker.reset(new LinearTicker(unit));
  }
  ticker->setTickCount(ticks);
  return ticker;
}

}  // namespace mia::ui

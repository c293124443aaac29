// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Frames of a board that holds a million points: `bench_plots [points] [panels]`. A frame is a zoom
// or a pan by real wheel and mouse events until it is painted.
#include <QApplication>
#include <QElapsedTimer>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>

#include "ui/plots/plot_board.h"

using namespace mia::ui;

namespace {

PlotPanel noisyPanel(const PlotSeries::Places& places, int number) {
  std::mt19937 random(static_cast<unsigned>(number));
  std::normal_distribution<double> noise(0, 0.2);
  std::vector<double> values;
  values.reserve(places->size());
  for (const double place : *places) values.push_back(1 / (1 + place * 1e-5) + noise(random));
  PlotCurve curve;
  curve.key = curve.name = QStringLiteral("series %1").arg(number);
  curve.colour = number;
  curve.series = std::make_shared<PlotSeries>();
  curve.series->setSmoothing(0.9);
  curve.series->setPlaces(places);
  curve.series->setValues(values, false);
  PlotPanel panel;
  panel.title = curve.name;
  panel.curves = {curve};
  return panel;
}

void tell(const char* what, std::vector<double> frames) {
  std::sort(frames.begin(), frames.end());
  const auto at = [&](double share) {
    return frames[static_cast<std::size_t>(share * double(frames.size() - 1))];
  };
  std::printf(
      "%-12s %4zu frames  median %5.1f ms  p90 %5.1f  p99 %5.1f  most %5.1f  (%.0f a second)\n",
      what, frames.size(), at(0.5), at(0.9), at(0.99), frames.back(), 1000 / at(0.5));
}

/// The time until what an event changed is painted.
template <class Event>
double frame(PlotBoard& board, Event&& event) {
  QElapsedTimer timer;
  timer.start();
  event();
  QCoreApplication::sendPostedEvents();  // the queued replot
  board.repaint();
  return static_cast<double>(timer.nsecsElapsed()) * 1e-6;
}

void turnWheel(PlotBoard& board, const QPointF& at, int delta) {
  QWheelEvent event(at, board.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                    Qt::NoScrollPhase, false);
  QCoreApplication::sendEvent(&board, &event);
}

}  // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  const std::size_t points = argc > 1 ? std::stoul(argv[1]) : 1000000;
  const int panels = argc > 2 ? std::stoi(argv[2]) : 1;
  auto places = std::make_shared<std::vector<double>>(points);
  for (std::size_t i = 0; i < points; ++i) (*places)[i] = static_cast<double>(i + 1);
  QVector<PlotPanel> all;
  for (int i = 0; i < panels; ++i) all.append(noisyPanel(places, i));
  PlotBoard board;
  board.resize(1100, 760);
  board.setPanels(all);
  board.show();
  QCoreApplication::processEvents();
  std::printf("%zu points in each of %d panels, %d x %d px\n", points, panels, board.width(),
              board.height());

  const QPointF middle(board.width() * 0.2, board.height() * 0.2);
  std::vector<double> zooms, pans, hovers;
  for (int round = 0; round < 8; ++round) {
    for (int i = 0; i < 20; ++i) {
      zooms.push_back(frame(board, [&] { turnWheel(board, middle, i < 12 ? 120 : -120); }));
    }
    QTest::mousePress(&board, Qt::LeftButton, {}, middle.toPoint());
    for (int i = 0; i < 40; ++i) {
      const QPointF to = middle + QPointF(i % 2 == 0 ? -4.0 * i : 4.0 * i, 0);
      pans.push_back(frame(board, [&] { QTest::mouseMove(&board, to.toPoint()); }));
    }
    QTest::mouseRelease(&board, Qt::LeftButton, {}, middle.toPoint());
    board.fit();
    for (int i = 0; i < 40; ++i) {
      const QPointF to = middle + QPointF(4.0 * i, 0);
      hovers.push_back(frame(board, [&] { QTest::mouseMove(&board, to.toPoint()); }));
    }
  }
  tell("zoom", zooms);
  tell("pan", pans);
  tell("crosshair", hovers);
  return 0;
}

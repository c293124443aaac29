// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long the canvas takes to show another heatmap (another token, layer or scale): the overlay
// made anew, and what changes on the canvas painted into its window, as on every key press.
#include <QApplication>
#include <QEvent>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <vector>

#include "ui/theme/theme.h"
#include "ui/widgets/picture_canvas.h"

using namespace mia::ui;

namespace {

constexpr int kRepaints = 200;
constexpr double kAsked = 8;  // ms

CanvasPicture photo(QSize size, int number) {
  QImage image(size, QImage::Format_RGB32);
  for (int y = 0; y < size.height(); ++y) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
    for (int x = 0; x < size.width(); ++x) line[x] = qRgb(x * 3 + number, y * 5, (x ^ y) + number);
  }
  CanvasPicture picture;
  picture.levels = halvedLevels(image);
  picture.title = QStringLiteral("Image %1").arg(number + 1);
  picture.regions.append({QRectF(QPointF(0, 0), QSizeF(size)), {}, number == 0});
  return picture;
}

Heatmap map(QSize size, int patches, int step) {
  Heatmap result{QRectF(QPointF(0, 0), QSizeF(size)), patches, patches, {}};
  for (int i = 0; i < patches * patches; ++i) {
    const double x = i % patches - patches / 2.0, y = i / patches - step % patches;
    result.values.append(static_cast<float>(4 * std::exp(-(x * x + y * y) / (2.0 * patches))));
  }
  return result;
}

/// Counts the paint events of a widget.
class Painted : public QObject {
 public:
  bool eventFilter(QObject*, QEvent* event) override {
    times_ += event->type() == QEvent::Paint;
    return false;
  }
  int times() const { return times_; }

 private:
  int times_ = 0;
};

double measure(const char* name, HeatStyle style, int pictures, QSize canvasSize, int patches) {
  const QSize size(1200, 900);
  QVector<CanvasPicture> shown;
  for (int i = 0; i < pictures; ++i) shown.append(photo(size, i));
  PictureCanvas canvas;
  canvas.resize(canvasSize);
  canvas.setPictures(shown);
  canvas.show();
  QCoreApplication::processEvents();
  Painted painted;
  canvas.installEventFilter(&painted);
  HeatLook look;
  look.scale = 4;
  look.style = style;
  std::vector<double> times;
  for (int step = 0; step < kRepaints; ++step) {
    QVector<Heatmap> maps;
    for (int i = 0; i < pictures; ++i) maps.append(map(size, patches, step + i));
    const auto begun = std::chrono::steady_clock::now();
    canvas.setHeatmaps(maps, look);
    QCoreApplication::sendPostedEvents(&canvas, QEvent::UpdateRequest);
    times.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun)
            .count());
  }
  if (painted.times() != kRepaints) qFatal("a repaint was put off: nothing was measured");
  std::sort(times.begin(), times.end());
  std::printf("%-28s %4d x %-4d  median %6.2f ms   p99 %6.2f ms   least %6.2f ms\n", name,
              canvasSize.width(), canvasSize.height(), times[kRepaints / 2],
              times[kRepaints * 99 / 100], times.front());
  return times[kRepaints / 2];
}

}  // namespace

int main(int argc, char** argv) {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  Theme::instance();
  std::printf("A new heatmap of 24 x 24 patches per picture, made and painted, %d times:\n",
              kRepaints);
  double slowest = 0;
  const auto add = [&](const char* name, HeatStyle style, int pictures, QSize canvas) {
    slowest = std::max(slowest, measure(name, style, pictures, canvas, 24));
  };
  for (const QSize canvas : {QSize(760, 760), QSize(1200, 800), QSize(2560, 1440)}) {
    add("one picture, smooth", HeatStyle::kSmooth, 1, canvas);
    add("one picture, raw patches", HeatStyle::kRaw, 1, canvas);
    add("one picture, contours", HeatStyle::kContour, 1, canvas);
    add("five pictures, smooth", HeatStyle::kSmooth, 5, canvas);
  }
  std::printf("the slowest median: %.2f ms  (asked: %.0f ms)\n", slowest, kAsked);
  return slowest <= kAsked ? 0 : 1;
}

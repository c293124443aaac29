// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/watched_application.h"

#include <QImage>
#include <QMetaEnum>
#include <QPainter>
#include <QThread>
#include <algorithm>
#include <chrono>
#include <fstream>

namespace mia::test {

namespace {

/// How long the running thread has waited for a processor so far, ns; 0 where it is not told.
long long waitedForProcessor() {
  std::ifstream file("/proc/thread-self/schedstat");
  long long ran = 0, waited = 0;
  file >> ran >> waited;
  return waited;
}

/// Time of this thread, less what it waited for a processor.
class OwnTime {
 public:
  double milliseconds() const {
    const std::chrono::duration<double, std::milli> took =
        std::chrono::steady_clock::now() - begun_;
    return took.count() - static_cast<double>(waitedForProcessor() - waited_) * 1e-6;
  }

 private:
  long long waited_ = waitedForProcessor();
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

/// How much slower this machine is than the one that the limit is meant for; at least 1.
double slowness() {
  constexpr double kMilliseconds = 7.0;  // of this painting, where the limits were set
  constexpr double kMost = 3;
  QImage from(640, 400, QImage::Format_ARGB32_Premultiplied);
  from.fill(qRgba(40, 80, 120, 128));
  QImage to(1280, 800, QImage::Format_ARGB32_Premultiplied);
  double best = 1e9;
  for (int i = 0; i < 7; ++i) {
    to.fill(Qt::white);
    const OwnTime time;
    QPainter painter(&to);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(to.rect(), from);
    painter.end();
    best = std::min(best, time.milliseconds());
  }
  return std::clamp(best / kMilliseconds, 1.0, kMost);
}

}  // namespace

QString WatchedApplication::heldUpBy(const std::function<void()>& journey) {
  constexpr int kRounds = 3;
  const double limit = 50 * slowness();
  QString words;
  for (int round = 0; round < kRounds; ++round) {
    longest_ = 0;
    journey();
    if (longest_ < limit) return {};
    words += QStringLiteral("%1 took %2 ms; ").arg(culprit_).arg(longest_);
  }
  return words + QStringLiteral("%1 are allowed here").arg(limit);
}

bool WatchedApplication::notify(QObject* receiver, QEvent* event) {
  if (thread() != QThread::currentThread()) return QApplication::notify(receiver, event);
  // Events that are sent while one is handled belong to it; an event loop within is not watched.
  if (depth_ > 0) return QApplication::notify(receiver, event);
  const QEvent::Type type = event->type();
  const QString name = QLatin1String(receiver->metaObject()->className());
  ++depth_;
  const OwnTime time;
  const bool result = QApplication::notify(receiver, event);
  const double own = time.milliseconds();
  --depth_;
  if (own > longest_) {
    longest_ = own;
    const auto types = QMetaEnum::fromType<QEvent::Type>();
    culprit_ = QStringLiteral("%1 to %2").arg(QLatin1String(types.valueToKey(type)), name);
  }
  return result;
}

}  // namespace mia::test

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/watched_application.h"

#include <QMetaEnum>
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

}  // namespace

void WatchedApplication::watch() {
  longest_ = 0;
  culprit_.clear();
}

bool WatchedApplication::notify(QObject* receiver, QEvent* event) {
  // Events that are sent while one is handled belong to it; an event loop within is not watched.
  if (depth_ > 0) return QApplication::notify(receiver, event);
  const QEvent::Type type = event->type();
  const QString name = QLatin1String(receiver->metaObject()->className());
  ++depth_;
  const long long waited = waitedForProcessor();
  const auto begun = std::chrono::steady_clock::now();
  const bool result = QApplication::notify(receiver, event);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begun;
  --depth_;
  const double own = took.count() - static_cast<double>(waitedForProcessor() - waited) * 1e-6;
  if (own > longest_) {
    longest_ = own;
    const auto types = QMetaEnum::fromType<QEvent::Type>();
    culprit_ = QStringLiteral("%1 to %2").arg(QLatin1String(types.valueToKey(type)), name);
  }
  return result;
}

}  // namespace mia::test

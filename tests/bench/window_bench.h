// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QStandardPaths>
#include <QThread>
#include <cstdio>
#include <functional>
#include <string>

#include "ui/theme/theme.h"

inline void initialiseResources() { Q_INIT_RESOURCE(studio); }

// What the benchmarks of the window share.
namespace mia::bench {

inline double milliseconds(const QElapsedTimer& timer) {
  return static_cast<double>(timer.nsecsElapsed()) * 1e-6;
}

/// Lets the window work until `holds()`; false after two minutes.
template <class Holds>
bool waitFor(Holds&& holds) {
  constexpr int kPatience = 120'000;
  QElapsedTimer timer;
  for (timer.start(); !holds(); QThread::usleep(200)) {
    QCoreApplication::processEvents();
    if (timer.elapsed() > kPatience) return false;
  }
  return true;
}

/// `make` and `run` with a folder and a number, 0 when none is given.
struct WindowBench {
  const char* usage;
  std::function<void(const std::string& folder, long long number)> make;
  std::function<int(const QString& folder, int number)> run;
};

/// The main of a benchmark: "make FOLDER [NUMBER]" or "run FOLDER [NUMBER]", offscreen and with no
/// settings of its own.
template <class Application = QApplication>
int benchWindow(int argc, char** argv, const WindowBench& bench) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QStandardPaths::setTestModeEnabled(true);
  QCoreApplication::setOrganizationName(QStringLiteral("MIA Studio"));
  QCoreApplication::setApplicationName(QStringLiteral("mia-studio-bench"));
  Application application(argc, argv);
  initialiseResources();
  QSettings().clear();
  ui::Theme::instance();
  const std::string verb = argc > 2 ? argv[1] : "";
  const long long number = argc > 3 ? std::stoll(argv[3]) : 0;
  if (verb == "make") {
    bench.make(argv[2], number);
    return 0;
  }
  if (verb == "run") return bench.run(QString::fromLocal8Bit(argv[2]), static_cast<int>(number));
  std::fprintf(stderr, "usage: %s\n", bench.usage);
  return 2;
}

}  // namespace mia::bench

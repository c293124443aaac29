// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_start.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <cstdio>
#include <cstdlib>

#include "ui/studio.h"

namespace mia::bench {
namespace {

constexpr int kStartMilliseconds = 60'000;

/// Tells of the first frame as soon as it is painted, and ends the program.
class FirstFrame : public QObject {
 public:
  using QObject::QObject;

 protected:
  bool eventFilter(QObject* receiver, QEvent* event) override {
    if (!seen_ && receiver->isWidgetType() && event->type() == QEvent::Paint) {
      seen_ = true;
      QTimer::singleShot(0, this, [] {  // the event that paints the rest comes to its end first
        std::puts("painted");
        std::fflush(stdout);
        QCoreApplication::quit();
      });
    }
    return false;
  }

 private:
  bool seen_ = false;
};

void watchForFirstFrame() { qApp->installEventFilter(new FirstFrame(qApp)); }

double oneStart(const QString& project, const QProcessEnvironment& environment) {
  QProcess process;
  process.setProcessEnvironment(environment);
  QElapsedTimer timer;
  timer.start();
  process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("window"), project});
  process.waitForReadyRead(kStartMilliseconds);
  const double took = static_cast<double>(timer.nsecsElapsed()) * 1e-6;
  process.waitForFinished(kStartMilliseconds);
  if (!process.readAllStandardOutput().startsWith("painted")) {
    std::fprintf(stderr, "bench_gallery: the window was not painted\n");
    std::exit(1);
  }
  return took;
}

}  // namespace

std::vector<double> windowStarts(const QString& project, int times) {
  const QTemporaryDir settings;  // neither read nor leave a person's own
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("XDG_CONFIG_HOME"), settings.path());
  oneStart(project, environment);
  std::vector<double> starts;
  for (int i = 0; i < times; ++i) starts.push_back(oneStart(project, environment));
  return starts;
}

int startWindow(int argc, char** argv, const QString& project) {
  qAddPreRoutine(watchForFirstFrame);
  ui::StudioOptions options;
  options.project = project;
  options.size = {1440, 900};
  return ui::runStudio(argc, argv, options);
}

}  // namespace mia::bench

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/studio.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPointer>
#include <QSettings>
#include <QTemporaryDir>
#include <cstdio>

#include "base/error.h"
#include "ui/main_window.h"
#include "ui/session/language.h"
#include "ui/session/settings.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

// Outside of any namespace: the resources lie in a static library.
static void initialiseResources() { Q_INIT_RESOURCE(studio); }

namespace mia::ui {

namespace {

constexpr int kScreenshotPatienceMilliseconds = 60000;

/// An application in which no exception leaves an event: it becomes a sentence in the window.
class StudioApplication : public QApplication {
 public:
  using QApplication::QApplication;
  QPointer<MainWindow> window;

  bool notify(QObject* receiver, QEvent* event) override {
    try {
      return QApplication::notify(receiver, event);
    } catch (const std::exception& error) {
      const QString sentence = QString::fromUtf8(error.what());
      qWarning("%s", error.what());
      if (window) window->showError(sentence);
      return true;
    }
  }
};

int complain(const QString& sentence, ErrorKind kind) {
  std::fprintf(stderr, "mia-studio: %s\n", qPrintable(sentence));
  return exitCode(kind);
}

/// Lets the page show all it has been asked for, then writes it as a PNG.
int takeScreenshot(MainWindow& window, const QString& file) {
  QElapsedTimer waited;
  waited.start();
  int quiet = 0;
  while (quiet < 3) {
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    window.repaint();  // painting asks for thumbnails
    quiet = window.isSettled() ? quiet + 1 : 0;
    if (waited.elapsed() > kScreenshotPatienceMilliseconds) {
      return complain(QStringLiteral("The page did not come to rest within a minute"),
                      ErrorKind::kResource);
    }
  }
  for (QWidget* widget : window.findChildren<QWidget*>()) {
    widget->setAttribute(Qt::WA_UnderMouse, false);  // wherever the mouse happens to be
  }
  if (!window.grab().save(file, "PNG")) {
    return complain(QStringLiteral("Cannot write %1").arg(file), ErrorKind::kIo);
  }
  return 0;
}

}  // namespace

int runStudio(int& argc, char** argv, const StudioOptions& options) {
  initialiseResources();
  if (!options.screenshot.isEmpty() && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
  }
  QCoreApplication::setOrganizationName(QStringLiteral("MIA Studio"));
  QCoreApplication::setApplicationName(QStringLiteral("mia-studio"));
  QCoreApplication::setApplicationVersion(QStringLiteral(MIA_VERSION));
  QGuiApplication::setDesktopFileName(QStringLiteral("mia-studio"));
  StudioApplication application(argc, argv);
  // A picture for documentation shows the defaults, and leaves the person's settings alone.
  const QTemporaryDir blank;
  if (!options.screenshot.isEmpty()) {
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, blank.path());
  }
  application.setWindowIcon(programIcon());
  speak(&application);
  applyMotion();
  const QString theme = options.theme.isEmpty() ? get(settings::kTheme) : options.theme;
  Theme::instance().choose(themeChoiceFromString(theme));

  MainWindow window;
  application.window = &window;
  if (options.size.isValid()) window.resize(options.size);
  window.show();
  if (options.demo) {
    window.openDemo(options.project.isEmpty() ? MainWindow::demoFolder() : options.project);
  } else if (!options.project.isEmpty()) {
    window.openProject(options.project);
  } else if (options.page.isEmpty()) {
    window.restoreSession();
  }
  if (!options.page.isEmpty() && !window.showPage(options.page.section(QLatin1Char('/'), 0, 0),
                                                  options.page.section(QLatin1Char('/'), 1))) {
    return complain(QStringLiteral("There is no page %1 to show; mia-studio --help lists them, and "
                                   "most of them need a project")
                        .arg(options.page),
                    ErrorKind::kUsage);
  }
  if (!options.screenshot.isEmpty()) return takeScreenshot(window, options.screenshot);
  return application.exec();
}

}  // namespace mia::ui

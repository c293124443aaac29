// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSettings>
#include <QStandardPaths>

#include "tests/gui/run_tests.h"
#include "tests/gui/watched_application.h"
#include "tests/gui_engine/test_client.h"
#include "tests/gui_engine/test_live_training.h"
#include "tests/gui_engine/test_serving.h"
#include "tests/gui_engine/test_whole_chain.h"
#include "ui/session/settings.h"
#include "ui/theme/theme.h"

static void initialiseResources() { Q_INIT_RESOURCE(studio); }

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("PATH", QByteArray(MIA_BIN_DIR ":") + qgetenv("PATH"));
  QStandardPaths::setTestModeEnabled(true);
  QCoreApplication::setOrganizationName(QStringLiteral("MIA Studio"));
  QCoreApplication::setApplicationName(QStringLiteral("mia-studio-engine-test"));
  mia::test::WatchedApplication application(argc, argv);
  initialiseResources();
  QSettings().clear();
  mia::ui::set(mia::ui::settings::kReviewer, QStringLiteral("Ada"));
  mia::ui::Theme::instance();
  using namespace mia::test;
  return runTests<ClientTest, ServingTest, WholeChainTest, LiveTrainingTest>(argc, argv);
}

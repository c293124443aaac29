// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <cstring>

#include "tests/gui/engine_stand_in.h"
#include "tests/gui/run_tests.h"
#include "tests/gui/stand_in.h"
#include "tests/gui/test_accessibility.h"
#include "tests/gui/test_asking.h"
#include "tests/gui/test_audit.h"
#include "tests/gui/test_audit_review.h"
#include "tests/gui/test_commands.h"
#include "tests/gui/test_compose.h"
#include "tests/gui/test_evaluate.h"
#include "tests/gui/test_gallery.h"
#include "tests/gui/test_heatmap.h"
#include "tests/gui/test_import.h"
#include "tests/gui/test_jobs.h"
#include "tests/gui/test_journeys.h"
#include "tests/gui/test_language.h"
#include "tests/gui/test_models.h"
#include "tests/gui/test_responses.h"
#include "tests/gui/test_train.h"
#include "tests/gui/test_train_curves.h"
#include "tests/gui/watched_application.h"
#include "ui/theme/theme.h"

static void initialiseResources() {
  Q_INIT_RESOURCE(studio);
  Q_INIT_RESOURCE(translations);
}

int main(int argc, char** argv) {
  if (argc > 1 && std::strcmp(argv[1], "--stand-in") == 0) {
    return mia::test::runStandIn(argc, argv);
  }
  if (argc > 1 && std::strcmp(argv[1], "--engine-stand-in") == 0) {
    return mia::test::runEngineStandIn();
  }
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QStandardPaths::setTestModeEnabled(true);
  QCoreApplication::setOrganizationName(QStringLiteral("MIA Studio"));
  QCoreApplication::setApplicationName(QStringLiteral("mia-studio-test"));
  mia::test::WatchedApplication application(argc, argv);
  initialiseResources();
  QSettings().clear();
  mia::ui::Theme::instance();
  using namespace mia::test;
  GermanGaps::listen();
  return runTests<ModelTest, JobTest, CommandTest, ImportTest, AccessibilityTest, HeatmapTest,
                  JourneyTest, GalleryTest, ComposeTest, ResponsesTest, AskingTest, AuditTest,
                  AuditReviewTest, TrainTest, TrainCurvesTest, EvaluateTest, LanguageTest>(argc,
                                                                                           argv);
}

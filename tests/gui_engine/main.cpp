// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QStandardPaths>
#include <QTest>

#include "tests/gui/watched_application.h"
#include "tests/gui_engine/test_client.h"
#include "tests/gui_engine/test_serving.h"

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("PATH", QByteArray(MIA_BIN_DIR ":") + qgetenv("PATH"));
  QStandardPaths::setTestModeEnabled(true);
  mia::test::WatchedApplication application(argc, argv);
  mia::test::ClientTest client;
  mia::test::ServingTest serving;
  return QTest::qExec(&client, argc, argv) + QTest::qExec(&serving, argc, argv);
}

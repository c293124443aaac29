// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTemporaryDir>

namespace mia::test {

/// Trainings begun, paused, queued, left and gone on with through the window, by the engine of this
/// build on the demo model.
class LiveTrainingTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void pausesQueuesAndOutlivesTheWindow();
  void saysWhyARunFailed();

 private:
  QTemporaryDir folder_;
  QString project_;
};

}  // namespace mia::test

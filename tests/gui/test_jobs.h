// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTemporaryDir>
#include <memory>

#include "tests/gui/stand_in.h"

namespace mia::test {

/// Jobs of the window: against a stand-in for the command-line program, and against the real one.
class JobTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void tellsProgressAndEnd();
  void tellsWhyItFailed();
  void saysThatTheProgramIsMissing();
  void goesOnWithoutTheWindow();
  void pausesOverARestart();
  void offersToGoOnAfterItWasKilled();
  void importsWithTheRealProgram();
  void trayKeepsAFailureUntilDismissed();
  void trayFoldsToOneLine();

 private:
  QString project() const { return folder_->path(); }

  std::unique_ptr<QTemporaryDir> folder_;
  std::unique_ptr<StandIn> standIn_;
};

}  // namespace mia::test

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTemporaryDir>

namespace mia::test {

/// What a person does in the window, through real key and mouse events.
class JourneyTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void init();
  void opensAProjectAndWalksItByKeyboard();
  void findsByText();
  void showsSamplesOfAnImage();
  void zoomsWithTheWheel();
  void saysThatAPhotoIsMissing();
  void changesTheTheme();
  void refusesAFolderThatIsNoProject();
  void nothingHoldsUpTheWindow();

 private:
  QTemporaryDir folder_;
  QString project_;
};

}  // namespace mia::test

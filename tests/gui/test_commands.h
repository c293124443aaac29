// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTemporaryDir>

namespace mia::test {

/// Whatever can be done by name: the palette, the keys, undo, and the forms of the chain.
class CommandTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void fuzzyMatchPrefersBeginningsAndRuns();
  void commandListKeepsTheRulesOfModels();
  void paletteRunsWhatIsTyped();
  void paletteGoesToASampleById();
  void paletteIsLeftAsItWasEntered();
  void keysOfThePageAreShown();
  void undoTellsWhatItWillUndo();
  void formTellsOnlyWhatDiffersFromTheDefaults();
  void formSaysWhatIsWrongAndDoesNotStart();
  void formOfTheDemoBeginsWithItsSettings();
  void tabStaysOnASheet();
  void settingsHoldAtOnce();

 private:
  QTemporaryDir folder_;
  QString project_;
};

}  // namespace mia::test

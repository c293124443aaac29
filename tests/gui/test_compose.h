// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTemporaryDir>

namespace mia::test {

/// The Compose page by keys and mouse.
class ComposeTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void showsTheLayoutThatItsFieldsDescribe();
  void dragsTheInsetAndTakesItBack();
  void nudgesTheInsetByKeys();
  void resizesCellsAndMovesTheTarget();
  void wordsThePromptAsItWillBeSent();
  void showsWhatTheModelSees();
  void stepsThroughSamplesAndExportsTheSheet();
  void asksForTheSamplesByARecipe();
  void nothingHoldsUpTheWindow();

 private:
  QTemporaryDir folder_;
  QString project_;
};

}  // namespace mia::test

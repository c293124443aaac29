// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTemporaryDir>

namespace mia::test {

/// Walks the Evaluate page as a person would.
class EvaluateTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void init();
  void tableHasTheFiguresOfTheCommandLine();
  void modelsKeepTheRulesOfModels();
  void everyFigureTellsHowItWasComputed();
  void walksFromACellToItsSamplesByKey();
  void clicksACellAndASample();
  void narrowsTheSamplesByWhatBecameOfThem();
  void showsBothModelsOnOneScaleAndTheDifference();
  void changesWhenAnAnswerIsRight();
  void putsSeveralEvaluationsIntoOneTable();
  void followsAnEvaluationUntilItIsThere();
  void saysWhyAnEvaluationFailed();
  void startsAnEvaluationFromAForm();
  void writesTheReportAsPageAndAsPdf();
  void exportsTheAdapterAndTellsHowThatWent();
  void turnsToTheNewModelToAskIt();
  void saysWhatToDoWithoutEvaluations();
  void saysThatAPhotoIsGone();
  void foldsInANarrowWindow();
  void comesBackToItsPlace();
  void nothingHoldsUpTheWindow();

 private:
  QTemporaryDir folder_;
  QString project_;
  std::string training_;
};

}  // namespace mia::test

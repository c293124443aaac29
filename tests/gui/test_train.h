// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTemporaryDir>

namespace mia::test {

/// The Train page by keys and mouse, over runs that the test plays.
class TrainTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void rangesAreThoseOfEveryValue();
  void numbersAreWrittenForPeople();
  void modelsKeepTheRulesOfModels();
  void curvesFollowARunAsItGrows();
  void zoomsPansAndFitsAllPanelsTogether();
  void hidesACurveByItsNameAndShowsAPanelAlone();
  void leadsFromACurveToThePairsOfItsStep();
  void pointsOutWhatStandsOut();
  void tellsWhyARunFailed();
  void marksWhatDiffersFromThePreset();
  void tellsWhatATrainingNeedsAndStartsIt();
  void pausesResumesAndCopies();
  void deletesAndTakesBack();
  void keepsWhatIsWrittenAboutARun();
  void comparesRuns();
  void exportsWhatIsShown();
  void nothingHoldsUpTheWindow();

 private:
  QTemporaryDir folder_;
};

}  // namespace mia::test

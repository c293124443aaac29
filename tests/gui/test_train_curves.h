// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTemporaryDir>

namespace mia::test {

/// The curves of the Train page, and the way from them to the data, by keys and mouse.
class TrainCurvesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void rangesAreThoseOfEveryValue();
  void numbersAreWrittenForPeople();
  void curvesFollowARunAsItGrows();
  void zoomsPansAndFitsAllPanelsTogether();
  void hidesACurveByItsNameAndShowsAPanelAlone();
  void leadsFromACurveToThePairsOfItsStep();
  void pointsOutWhatStandsOut();
  void exportsWhatIsShown();
  void standsOverStepsPairsOrTime();
  void drawsOnLogarithmicAxes();
  void hidesSeriesByTheirMenuAndRemembersThem();

 private:
  QTemporaryDir folder_;
};

}  // namespace mia::test

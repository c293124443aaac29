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
  void modelsKeepTheRulesOfModels();
  void tellsWhyARunFailed();
  void marksWhatDiffersFromThePreset();
  void tellsWhatATrainingNeedsAndStartsIt();
  void steersARunByItsState();
  void copiesTheSettingsOfARun();
  void trainsOnWhatTheAuditAccepted();
  void shortensLongFoldersInTheirMiddle();
  void deletesAndTakesBack();
  void keepsWhatIsWrittenAboutARun();
  void comparesRuns();
  void nothingHoldsUpTheWindow();

 private:
  QTemporaryDir folder_;
};

}  // namespace mia::test

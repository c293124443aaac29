// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTemporaryDir>

namespace mia::test {

/// The Audit page by real keys and mouse: decisions, undo, edits, batches, thresholds, reviewers.
class AuditTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void tellsWordsApart();
  void showsThePairAndWhyItIsOne();
  void auditsTwentyPairsByKeys();
  void aHeldKeyDecidesOnce();
  void decidesOnlyWhatIsOnView();
  void undoesAndRedoesAcrossStarts();
  void editsSwapsAndNotesInline();
  void flagsWithAReason();
  void saysWhatWasNotSaved();
  void decidesABatchAfterAPreview();
  void showsTheTargetLargeWhileHeld();
  void looksByLayerAndSide();
  void movesThresholds();
  void reviewsBlindAndSettlesDisagreements();
  void takesOverAnothersDecisions();
  void takesOtherKeys();
  void saysWhatIsNext();
  void comesBackAsItWasLeft();
  void listsPairsAsAModelShould();
  void holdsNothingUp();

 private:
  /// A project of its own for every test, with so many pairs.
  QString makeProject(int pairs);

  QTemporaryDir folder_;
  int projects_ = 0;
};

}  // namespace mia::test

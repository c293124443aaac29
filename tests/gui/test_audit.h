// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gui/audit_projects.h"

namespace mia::test {

/// The Audit page by real keys and mouse: one pair after the other, decisions, undo, edits, looks.
class AuditTest : public AuditProjects {
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
  void showsTheTargetLargeWhileHeld();
  void zoomsToAnImage();
  void looksByLayerAndSide();
  void takesOtherKeys();
  void hasTheNextPairPaintedBeforehand();
  void holdsNothingUp();
};

}  // namespace mia::test

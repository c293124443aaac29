// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gui/audit_projects.h"

namespace mia::test {

/// What the Audit page does with many pairs: queue and filters, batches, thresholds, reviewers.
class AuditReviewTest : public AuditProjects {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void decidesABatchAfterAPreview();
  void narrowsTheQueueByChips();
  void tellsHowFarLongWorkIs();
  void movesThresholds();
  void reviewsBlindAndSettlesDisagreements();
  void takesOverAnothersDecisions();
  void takesOverAFile();
  void saysWhatIsNext();
  void comesBackAsItWasLeft();
  void listsPairsAsAModelShould();
};

}  // namespace mia::test

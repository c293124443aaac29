// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTemporaryDir>

namespace mia::test {

/// Walks the Responses page as a person would.
class ResponsesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void init();
  void showsWhereTheModelLooked();
  void walksSamplesAnswersAndLayersByKey();
  void keepsOneScaleOverBothSides();
  void pinsTheScale();
  void comparesLayersAndTheirDifference();
  void filtersTheQueue();
  void turnsToASampleByItsNumber();
  void tellsOfEachToken();
  void saysWhatToDoWithoutAnswers();
  void savesAndCopiesTheFigure();
  void breaksWordsThatFitNoColumn();
  void foldsInANarrowWindow();
  void comesBackToItsPlace();
  void nothingHoldsUpTheWindow();

 private:
  QTemporaryDir folder_;
  QString project_;
};

}  // namespace mia::test

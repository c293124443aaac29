// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTemporaryDir>

namespace mia::test {

/// Finding, ordering and marking items of the data page, through real key and mouse events.
class GalleryTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void init();
  void narrowsByChoicesWithCountsAndTakesAChipAway();
  void narrowsByARangeAndOrders();
  void selectsManyWithKeysAndMouse();
  void tagsManyAndTakesItBack();
  void excludesAndTakesItBack();
  void keepsAView();
  void showsWhatWasSetAside();
  void showsLookAlikesTogether();
  void isAsItWasLeft();
  void nothingHoldsUpTheWindow();

 private:
  QTemporaryDir folder_;
  QString project_;
};

}  // namespace mia::test

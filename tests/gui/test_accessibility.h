// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTemporaryDir>

namespace mia::test {

/// What a screen reader is told: the tree of every page and sheet, in which each control has a
/// name.
class AccessibilityTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void everyControlHasAName_data();
  void everyControlHasAName();
  void namelessControlsAreFound();

 private:
  QTemporaryDir folder_;
};

}  // namespace mia::test

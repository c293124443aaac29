// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace mia::test {

/// The languages that the window speaks.
class LanguageTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void speaksGerman();
  void countsInEnglish();
  void speaksEnglishWhereItCannotDoBetter();
};

}  // namespace mia::test

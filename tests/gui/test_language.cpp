// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/test_language.h"

#include <QTest>

#include "ui/pages/audit/pair_queue.h"
#include "ui/pages/page.h"
#include "ui/session/language.h"

namespace mia::test {

using namespace mia::ui;

namespace {

QString pairs(int count) { return PairQueue::tr("%n pairs", nullptr, count); }

}  // namespace

void LanguageTest::speaksGerman() {
  {
    QObject whileItLives;
    speak(&whileItLives, QLocale(QStringLiteral("de_AT")));
    QCOMPARE(Page::tr("Evaluate"), QStringLiteral("Auswerten"));
    QCOMPARE(pairs(1), QStringLiteral("1 Paar"));
    QCOMPARE(pairs(2), QStringLiteral("2 Paare"));
  }
  QCOMPARE(Page::tr("Evaluate"), QStringLiteral("Evaluate"));
}

void LanguageTest::countsInEnglish() {
  QObject whileItLives;
  speak(&whileItLives, QLocale(QStringLiteral("en_GB")));
  QCOMPARE(pairs(1), QStringLiteral("1 pair"));
  QCOMPARE(pairs(0), QStringLiteral("0 pairs"));
  QCOMPARE(Page::tr("Evaluate"), QStringLiteral("Evaluate"));
}

void LanguageTest::speaksEnglishWhereItCannotDoBetter() {
  for (const QLocale& locale : {QLocale::c(), QLocale(QLocale::Welsh)}) {
    QObject whileItLives;
    speak(&whileItLives, locale);
    QCOMPARE(pairs(1), QStringLiteral("1 pair"));
  }
}

}  // namespace mia::test

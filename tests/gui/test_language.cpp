// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/test_language.h"

#include <QCoreApplication>
#include <QTest>

#include "ui/pages/page.h"
#include "ui/pages/train/train_page.h"
#include "ui/session/language.h"

namespace mia::test {

using namespace mia::ui;

namespace {

GermanGaps* listener = nullptr;

QString deleting(int count) { return TrainPage::tr("Delete %n runs", nullptr, count); }

}  // namespace

void GermanGaps::listen() {
  listener = new GermanGaps;
  listener->setParent(qApp);
  if (listener->german_.load(QStringLiteral(":/translations/mia-studio_de.qm"))) {
    QCoreApplication::installTranslator(listener);
  }
}

QStringList GermanGaps::found() {
  const QMutexLocker lock(&listener->mutex_);
  QStringList all = listener->gaps_.values();
  all.sort();
  return all;
}

int GermanGaps::heard() {
  const QMutexLocker lock(&listener->mutex_);
  return static_cast<int>(listener->heard_.size());
}

QString GermanGaps::translate(const char* context, const char* text, const char* comment,
                              int n) const {
  if (*context != 'Q' && *text) {  // Qt's own are Qt's
    const QString words =
        QStringLiteral("%1: %2").arg(QLatin1String(context), QString::fromUtf8(text));
    const QMutexLocker lock(&mutex_);
    heard_.insert(words);
    if (german_.translate(context, text, comment, n).isEmpty()) gaps_.insert(words);
  }
  return {};
}

void LanguageTest::speaksGerman() {
  {
    QObject whileItLives;
    speak(&whileItLives, QLocale(QStringLiteral("de_AT")));
    QCOMPARE(Page::tr("Evaluate"), QStringLiteral("Auswerten"));
    QCOMPARE(deleting(1), QStringLiteral("1 Lauf löschen"));
    QCOMPARE(deleting(2), QStringLiteral("2 Läufe löschen"));
  }
  QCOMPARE(Page::tr("Evaluate"), QStringLiteral("Evaluate"));
}

void LanguageTest::countsInEnglish() {
  QObject whileItLives;
  speak(&whileItLives, QLocale(QStringLiteral("en_GB")));
  QCOMPARE(deleting(1), QStringLiteral("Delete 1 run"));
  QCOMPARE(deleting(0), QStringLiteral("Delete 0 runs"));
  QCOMPARE(Page::tr("Evaluate"), QStringLiteral("Evaluate"));
}

void LanguageTest::speaksEnglishWhereItCannotDoBetter() {
  for (const QLocale& locale : {QLocale::c(), QLocale(QLocale::Welsh)}) {
    QObject whileItLives;
    speak(&whileItLives, locale);
    QCOMPARE(deleting(1), QStringLiteral("Delete 1 run"));
  }
}

void LanguageTest::germanLacksNothingThatWasShown() {
  QVERIFY(GermanGaps::heard() > 0);
  const QStringList gaps = GermanGaps::found();
  QVERIFY2(gaps.isEmpty(), qPrintable(gaps.join(QLatin1Char('\n'))));
}

}  // namespace mia::test

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMutex>
#include <QSet>
#include <QTranslator>

namespace mia::test {

/// Hears each text that the window asks a translation of, and keeps those that German lacks; the
/// window itself stays English.
class GermanGaps : public QTranslator {
  Q_OBJECT

 public:
  /// From now on, for as long as the program runs.
  static void listen();
  /// "context: text" of what German lacks.
  static QStringList found();
  static int heard();

  bool isEmpty() const override { return false; }
  QString translate(const char* context, const char* text, const char* comment,
                    int n) const override;

 private:
  QTranslator german_;
  mutable QMutex mutex_;  ///< words are made in any thread
  mutable QSet<QString> heard_;
  mutable QSet<QString> gaps_;
};

/// The languages that the window speaks. Runs last: German is held against what was shown before.
class LanguageTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void speaksGerman();
  void countsInEnglish();
  void speaksEnglishWhereItCannotDoBetter();
  void germanLacksNothingThatWasShown();
};

}  // namespace mia::test

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTemporaryDir>

namespace mia::test {

/// What the Responses page asks of a living engine, played by a stand-in.
class AskingTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void init();
  void cleanupTestCase();
  void followsATokenAndKeepsWhatItLearnt();
  void showsOneHead();
  void tellsWhichTokensLookedAtAPatch();
  void readsTheGroundTruth();
  void answersAQuestionLive();
  void comparesBaseAndAdapter();
  void stopsAtAnyTime();
  void saysThatTheEngineDiedAndRestartsIt();
  void asksAboutDroppedPhotos();
  void presents();

 private:
  QTemporaryDir folder_;
  QString project_;
  QByteArray path_;
};

}  // namespace mia::test

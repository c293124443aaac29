// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTemporaryDir>

namespace mia::test {

/// The client of `mia-engine serve`, against a stand-in for the engine.
class ClientTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init();
  void cleanup();
  void saysThatTheProgramIsMissing();
  void startsWithTheFirstRequestAndDeliversReplies();
  void saysWhyTheEngineEndedAndStartsItAgain();
  void endsWhatTalksNonsense();
  void callsNobodyWhoIsGone();

 private:
  void standIn(const QByteArray& script);

  QTemporaryDir folder_;
  QByteArray path_;
};

}  // namespace mia::test

// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTemporaryDir>

#include "run/serve_request.h"

namespace mia::test {

/// The client with the engine of this build and the demo model.
class ServingTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void streamsAnAnswerWithItsAttention();
  void forcesTheAnswerThatTheModelGaveToTheSameFigures();
  void cancelsInTheMiddleAndBeforeTheBeginning();
  void survivesTheDeathOfTheEngineInTheMiddleOfAnAnswer();
  void tellsWhatIsWrongWithoutDying();
  void holdsUpNothingWhileMapsOfEveryHeadArrive();

 private:
  run::Asked asked() const;
  /// An answer that goes on for hundreds of tokens.
  run::AnswerRequest longRequest() const;

  QTemporaryDir folder_;
};

}  // namespace mia::test
